import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { err, ok, type Result } from '#shared/base/result.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
/** A blocked download may hang instead of failing. */
const DOWNLOAD_MS = 240_000;
const PLAYWRIGHT = join(import.meta.dirname, '..', 'node_modules', '@playwright', 'test', 'cli.js');

/** A browser that is on this machine already, or null. */
export function installedBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const named = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...named, ...FIXED, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** The browser for the tests: one that is here, else Playwright's, else the distribution's. */
export function ensureBrowser(): Result<string, string> {
  const here = installedBrowser();
  if (here !== null) return ok(here);
  process.stdout.write('Fetching a browser for the tests (once)…\n');
  run(process.execPath, [PLAYWRIGHT, 'install', 'chromium']);
  if (installedBrowser() === null && process.getuid?.() === 0) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
  }
  const found = installedBrowser();
  return found === null
    ? err('There is no browser for the tests: install Chromium or Chrome, then run them again.')
    : ok(found);
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, [...args], { stdio: 'ignore', timeout: DOWNLOAD_MS });
}
