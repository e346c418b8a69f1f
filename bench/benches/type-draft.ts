import { cpSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { blankEditorPage, servePage } from '../fixtures/blank-page.ts';
import { freshPage, openBrowser } from '../fixtures/browser.ts';
import { longPostMortem, type WrittenPostMortem } from '../fixtures/long-post-mortem.ts';
import { freshFolder } from '../fixtures/profile.ts';
import { buildPage, startShell } from '../fixtures/shell.ts';
import { p95 } from '../measure/alternate.ts';
import { atMost, type Judged, within } from '../measure/figure.ts';
import { typing } from '../measure/typing.ts';

const WORDS = 'rolling back the deploy of 01 50 in eu west since errors are at five percent ';
const ROUNDS = 3;
/** 200 pages. */
const BOOK = 100_000;
/** What a person does not notice, in ms. */
const UNNOTICED = 16;
/** As in `type`: most of each figure would be the wait for the next frame. */
const NO_WAIT = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/**
 * A keystroke in a post-mortem until it is painted, beside the evidence of 500 entries: in one that was
 * just begun, beside an editor alone; and in one of 200 pages, beside a bare element with the same text.
 * Both take turns.
 */
export async function typeDraft(): Promise<readonly Judged[]> {
  buildPage();
  const browser = await openBrowser(NO_WAIT);
  const draft = await measured(browser, 0);
  const book = await measured(browser, BOOK);
  await browser.close();
  return [
    within({ name: 'type.draft', value: draft.ours, baseline: UNNOTICED, unit: 'ms p95' }),
    atMost(1.5, {
      name: 'type.draft.bare',
      value: draft.ours,
      baseline: draft.bare,
      unit: 'ms p95',
    }),
    atMost(1, { name: 'type.book', value: book.ours, baseline: book.bare, unit: 'ms p95' }),
  ];
}

async function measured(browser: Browser, words: number) {
  const { folder, remove } = freshFolder();
  const post = await longPostMortem(words, (profile) => {
    cpSync(profile, folder, { recursive: true });
    return folder;
  });
  const shell = await startShell(folder);
  const page = await opened(browser, shell.address, post);
  const served = words === 0 ? await servedEditor() : await servePage(bareOf(post));
  const blank = await freshPage(browser);
  await blank.goto(served.address);
  await toTheEnd(blank);
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    await page.bringToFront();
    const typed = await typing(page, WORDS);
    await blank.bringToFront();
    const typedBare = await typing(blank, WORDS);
    if (round === 0) continue;
    ours.push(...typed);
    bare.push(...typedBare);
  }
  await page.context().close();
  await blank.context().close();
  served.close();
  await shell.stop();
  remove();
  return { ours: p95(ours), bare: p95(bare) };
}

/** The post-mortem, with the caret at its end. */
async function opened(browser: Browser, address: string, { incident }: WrittenPostMortem) {
  const page = await freshPage(browser);
  await page.goto(address);
  await page.getByRole('button', { name: 'Declare incident' }).waitFor();
  await page.evaluate((id) => {
    location.hash = `#/incident/${id}/post-mortem`;
  }, incident);
  const text = page.getByRole('textbox', { name: /^Post-mortem of/ });
  await text.getByRole('heading', { name: 'Updates we sent' }).waitFor({ timeout: 60_000 });
  await text.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  return page;
}

const servedEditor = async () =>
  servePage(
    '<!doctype html><body></body><script type="module" src="/main.js"></script>',
    await blankEditorPage(),
  );

/** The same text in an element that can be edited, as a browser has it. */
function bareOf({ html }: WrittenPostMortem): string {
  return html
    .replace(/<meta http-equiv[^>]*>/, '')
    .replace('<main>', '<main id="e" contenteditable>')
    .replace('</main>', '<p>end</p></main>');
}

async function toTheEnd(page: Page): Promise<void> {
  await page.locator('#e').focus();
  await page.keyboard.press('Control+End');
}
