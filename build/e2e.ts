// npm run e2e: builds, finds a browser, and runs the end-to-end tests. Arguments go to Playwright.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { ensureBundle } from './bundle.ts';
import { installed } from './electron-binary.ts';

const COMPILED = join(import.meta.dirname, '..', 'out', 'compiled');
const args = process.argv.slice(2);
process.exitCode = run();

function run(): number {
  const built = ensureBundle();
  if (!built.ok) return fail(built.error);
  const isElectron = args.includes('--project=electron');
  if (isElectron && installed() === null) {
    return fail('Electron is not installed here: run `npx install-electron`, then try again.');
  }
  // The fixtures open a browser beside Electron too: for the page that must not get in.
  const browser = ensureBrowser();
  if (!browser.ok) return fail(browser.error);
  return runTests({
    QUARTERDECK_BROWSER: browser.value,
    ...(isElectron ? { QUARTERDECK_E2E: 'electron' } : {}),
  });
}

function runTests(told: Readonly<Record<string, string>>): number {
  const cli = join(import.meta.dirname, '..', 'node_modules', '@playwright', 'test', 'cli.js');
  const tests = spawnSync(process.execPath, [cli, 'test', ...args], {
    stdio: 'inherit',
    // Each spec starts the app anew, from the same sources: compiled once, it starts in half the time.
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...told },
  });
  return tests.status ?? 1;
}

function fail(line: string): number {
  process.stderr.write(`${line}\n`);
  return 1;
}
