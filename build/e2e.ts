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
  if (args.includes('--project=electron') && installed() === null) {
    return fail('Electron is not installed here: run `npx install-electron`, then try again.');
  }
  const browser = ensureBrowser();
  if (!browser.ok) return fail(browser.error);
  const cli = join(import.meta.dirname, '..', 'node_modules', '@playwright', 'test', 'cli.js');
  const environment = { ...process.env, QUARTERDECK_BROWSER: browser.value };
  const tests = spawnSync(process.execPath, [cli, 'test', ...args], {
    stdio: 'inherit',
    env: environment,
  });
  return tests.status ?? 1;
}

function fail(line: string): number {
  process.stderr.write(`${line}\n`);
  return 1;
}
