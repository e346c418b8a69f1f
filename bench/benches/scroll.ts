import type { Page } from '@playwright/test';
import { servePage } from '../fixtures/blank-page.ts';
import { freshPage, openBrowser } from '../fixtures/browser.ts';
import { longIncident } from '../fixtures/long-incident.ts';
import { buildPage, startShell } from '../fixtures/shell.ts';
import { p95 } from '../measure/alternate.ts';
import { atMost, type Judged, within } from '../measure/figure.ts';
import { fling } from '../measure/fling.ts';

/** Pixels a frame: two screens. */
const STEP = 1_200;
/** Frames, of which there are 60 a second where nothing is slow. */
const FRAMES = 900;
/** A task longer than this is one that a person feels. */
const LONG_TASK = 50;
/** Most elements of the page, however long the timeline is. */
const ELEMENTS = 3_000;

/** Waits until rows of the timeline are there. */
async function shown(page: Page): Promise<void> {
  const rows = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem');
  for (let i = 0; i < 150; i++) {
    if ((await rows.count()) > 1) return;
    await page.waitForTimeout(200);
  }
  throw new Error('The timeline did not come.');
}

/**
 * Flinging upwards from the end of a timeline of 100,000 entries, for so many frames, beside an empty
 * scroller as high as what was passed.
 */
export async function scroll(): Promise<readonly Judged[]> {
  const { profile } = await longIncident();
  buildPage();
  const shell = await startShell(profile);
  const browser = await openBrowser();
  const page = await freshPage(browser);
  await page.goto(shell.address);
  await page.getByRole('list', { name: 'Active incidents' }).getByRole('link').first().click();
  await shown(page);
  const scroller = ':has(> [aria-label="Timeline"])';
  const ours = await fling(page, scroller, { step: STEP, frames: FRAMES });
  const empty = await servePage(
    `<!doctype html><div id="s" style="height:600px;overflow:auto"><div style="height:${Math.ceil(ours.distance)}px"></div></div><script>document.getElementById('s').scrollTop=1e9</script>`,
  );
  const bare = await freshPage(browser);
  await bare.goto(empty.address);
  const baseline = await fling(bare, '#s', { step: STEP, frames: FRAMES });
  await browser.close();
  empty.close();
  await shell.stop();
  process.stderr.write(`Flung through ${Math.round(ours.distance).toLocaleString('en')} px.\n`);
  return [
    within({ name: 'scroll', value: ours.longest, baseline: LONG_TASK, unit: 'ms longest task' }),
    within({ name: 'scroll.dom', value: ours.elements, baseline: ELEMENTS, unit: 'elements' }),
    atMost(2, {
      name: 'scroll.frame',
      value: p95(ours.frames),
      baseline: p95(baseline.frames),
      unit: 'ms p95',
    }),
  ];
}
