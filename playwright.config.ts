import { defineConfig } from '@playwright/test';
import { installedBrowser } from './build/browser.ts';
import type { DesktopOptions } from './e2e/fixtures/desktop.ts';

const executablePath = process.env.QUARTERDECK_BROWSER ?? installedBrowser() ?? undefined;
/** Specs that need Slack run against two servers that know nothing of each other. */
const SLACK_SPECS = /slack\.spec\.ts$/;

/**
 * `electron` is asked for by name: its binary is not everywhere. In the environment, since Playwright
 * reads this file again in each worker, whose arguments are others.
 */
const wantsElectron = process.env.QUARTERDECK_E2E === 'electron';

export default defineConfig<DesktopOptions>({
  testDir: 'e2e/specs',
  outputDir: 'out/test-results',
  // One picture for all systems: fonts come with the app.
  snapshotPathTemplate: 'e2e/pictures/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    viewport: { width: 1280, height: 800 },
    // A trace costs a quarter of the time: --trace=retain-on-failure keeps those of what fails.
    trace: 'off',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        // Root, as in most containers, has no sandbox to offer.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'loopback', testIgnore: SLACK_SPECS },
    { name: 'loopback-localslack', testMatch: SLACK_SPECS, use: { slackServer: 'localslack' } },
    { name: 'loopback-emulate', testMatch: SLACK_SPECS, use: { slackServer: 'emulate' } },
    ...(wantsElectron ? [{ name: 'electron', use: { shell: 'electron' as const } }] : []),
  ],
});
