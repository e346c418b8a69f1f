import type { Browser } from '@playwright/test';
import { blankReactPage, servePage } from '../fixtures/blank-page.ts';
import { freshPage, heapOf, openBrowser } from '../fixtures/browser.ts';
import { longIncident } from '../fixtures/long-incident.ts';
import { buildPage, startShell } from '../fixtures/shell.ts';
import { type Judged, withinMore } from '../measure/figure.ts';

const MORE_MB = 40;
/** Screens that are scrolled back: what was seen is held as pages. */
const SCREENS = 60;

const megabytes = (bytes: number) => bytes / 1_000_000;

/**
 * JavaScript objects that the page keeps on the screen of an incident of 100,000 entries, when somebody
 * has scrolled back in it, beside a page of React alone.
 */
export async function memoryPage(): Promise<readonly Judged[]> {
  const { profile } = await longIncident();
  buildPage();
  const shell = await startShell(profile);
  const browser = await openBrowser();
  const page = await freshPage(browser);
  await page.goto(shell.address);
  await page.getByRole('list', { name: 'Active incidents' }).getByRole('link').first().click();
  const timeline = page.getByRole('list', { name: 'Timeline' });
  await timeline.getByRole('listitem').nth(2).waitFor();
  await timeline.hover();
  for (let i = 0; i < SCREENS; i++) {
    await page.mouse.wheel(0, -600);
    await page.waitForTimeout(30);
  }
  const value = megabytes(await heapOf(page));
  const baseline = megabytes(await blankHeap(browser));
  await browser.close();
  await shell.stop();
  return [withinMore(MORE_MB, { name: 'memory.page', unit: 'MB', value, baseline })];
}

async function blankHeap(browser: Browser): Promise<number> {
  const html = '<!doctype html><body></body><script type="module" src="/main.js"></script>';
  const served = await servePage(html, await blankReactPage());
  const page = await freshPage(browser);
  await page.goto(served.address);
  await page.getByText('blank', { exact: true }).waitFor();
  const heap = await heapOf(page);
  served.close();
  return heap;
}
