import { servePage } from '../fixtures/blank-page.ts';
import { freshPage, openBrowser } from '../fixtures/browser.ts';
import { longIncident } from '../fixtures/long-incident.ts';
import { buildPage, startShell } from '../fixtures/shell.ts';
import { p95 } from '../measure/alternate.ts';
import { atMost, type Judged, within } from '../measure/figure.ts';
import { typing } from '../measure/typing.ts';

const WORDS = 'rolling back the deploy of 01 50 in eu west since errors are at five percent ';
const ROUNDS = 3;
/** What a person does not notice, in ms. */
const UNNOTICED = 16;
/** Frames come when they are ready: else most of each figure is the wait for the next one. */
const NO_WAIT = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/**
 * A keystroke in the composer until it is painted, beside the timeline of an incident of 100,000
 * entries; and in a bare element that can be edited. Both take turns.
 */
export async function type(): Promise<readonly Judged[]> {
  const { profile } = await longIncident();
  buildPage();
  const shell = await startShell(profile);
  const browser = await openBrowser(NO_WAIT);
  const page = await freshPage(browser);
  await page.goto(shell.address);
  await page.getByRole('list', { name: 'Active incidents' }).getByRole('link').first().click();
  await page.getByRole('list', { name: 'Timeline' }).getByRole('listitem').first().waitFor();
  const bare = await servePage('<!doctype html><div id="e" contenteditable>begin</div>');
  const blank = await freshPage(browser);
  await blank.goto(bare.address);
  const [ours, base]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    await page.bringToFront();
    await page.getByRole('textbox', { name: 'Add to the timeline' }).focus();
    const typed = await typing(page, WORDS);
    await blank.bringToFront();
    await blank.locator('#e').focus();
    const typedBare = await typing(blank, WORDS);
    if (round === 0) continue;
    ours.push(...typed);
    base.push(...typedBare);
  }
  await browser.close();
  bare.close();
  await shell.stop();
  return [
    within({ name: 'type', value: p95(ours), baseline: UNNOTICED, unit: 'ms p95' }),
    atMost(2, { name: 'type.bare', value: p95(ours), baseline: p95(base), unit: 'ms p95' }),
  ];
}
