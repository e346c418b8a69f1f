// npm run e2e: builds, finds a browser, and runs the end-to-end tests. Arguments go to Playwright.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { ensureBundle } from './bundle.ts';
import { installed } from './electron-binary.ts';

const args = process.argv.slice(2);
process.exitCode = run();

function run(): number {
  const built = ensureBundle();
  if (!built.ok) return fail(built.error);
  if (args.includes('--project=electron')) {
    return installed() === null
      ? fail('Electron is not installed here: run `npx install-electron`, then try again.')
      : runTests({ QUARTERDECK_E2E: 'electron' });
  }
  const browser = ensureBrowser();
  return browser.ok ? runTests({ QUARTERDECK_BROWSER: browser.value }) : fail(browser.error);
}

function runTests(told: Readonly<Record<string, string>>): number {
  const cli = join(import.meta.dirname, '..', 'node_modules', '@playwright', 'test', 'cli.js');
  const tests = spawnSync(process.execPath, [cli, 'test', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...told },
  });
  return tests.status ?? 1;
}

function fail(line: string): number {
  process.stderr.write(`${line}\n`);
  return 1;
}
