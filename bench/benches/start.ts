import { join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { freshPage, openBrowser } from '../fixtures/browser.ts';
import { buildPage, startProcess, startShell } from '../fixtures/shell.ts';
import { alternate } from '../measure/alternate.ts';
import { atMost, type Judged } from '../measure/figure.ts';

const BARE = join(import.meta.dirname, 'start-bare.ts');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\//;

/**
 * From the start of the process until the Desk is painted in a browser that is open already, beside a
 * process that serves a blank page over bare HTTP.
 */
export async function start(): Promise<readonly Judged[]> {
  buildPage();
  const browser = await openBrowser();
  const pair = await alternate(
    { rounds: 7, warmups: 1 },
    () => timed(browser, () => startShell(null), desk),
    () => timed(browser, startBare, blank),
  );
  await browser.close();
  return [atMost(2, { name: 'start', unit: 'ms', ...pair })];
}

const desk = (page: Page) => page.getByRole('button', { name: 'Declare incident' });
const blank = (page: Page) => page.getByText('blank', { exact: true });

async function startBare() {
  const { found: address, stop } = await startProcess([BARE], ADDRESS);
  return { address, stop };
}

type Started = { readonly address: string; readonly stop: () => Promise<void> };

async function timed(
  browser: Browser,
  begin: () => Promise<Started>,
  shown: (page: Page) => Locator,
): Promise<number> {
  const page = await freshPage(browser);
  const at = performance.now();
  const { address, stop } = await begin();
  await page.goto(address);
  await shown(page).waitFor();
  await painted(page);
  const ms = performance.now() - at;
  await page.context().close();
  await stop();
  return ms;
}

/** Waits until what is there has been painted. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
