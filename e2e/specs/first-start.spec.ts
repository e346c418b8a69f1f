import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../fixtures/desktop.ts';
import { runStart } from '../fixtures/shell-process.ts';
import { addNote, allCalm, declare, syncStatus, timeline } from '../gestures/incident.ts';

test('the first start asks nothing: all is calm, and both ways on are there', async ({
  desktop,
}) => {
  const { page } = desktop;
  await expect(allCalm(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Declare incident' })).toBeVisible();
  await expect(page.getByRole('link', { name: /connect slack/i })).toBeVisible();
  await expect(syncStatus(page)).toHaveText('Not connected to Slack. Saved on this computer.');
});

test('a change that the page was told is saved survives a kill a millisecond later', async ({
  startDesktop,
  shell,
}) => {
  test.skip(shell === 'electron', 'the killed process is looked at through the loopback shell');
  const desktop = await startDesktop();
  const { page } = desktop;
  await declare(page, 'Disk fills up');
  for (let i = 1; i <= 3; i++) await addNote(page, `kept ${i}`);
  const field = page.getByRole('textbox', { name: 'Add to the timeline' });
  await field.fill('the last word');
  // The field empties the instant the note is acknowledged; the process dies right then.
  const acknowledged = field.evaluate((element: HTMLTextAreaElement) => {
    return new Promise<void>((resolve) => {
      const watch = setInterval(() => {
        if (element.value !== '') return;
        clearInterval(watch);
        resolve();
      }, 1);
    });
  });
  await field.press('Enter');
  await acknowledged;
  const again = await desktop.killAndRestart();
  await again.page.getByText('Disk fills up').first().click();
  for (const text of ['kept 1', 'kept 2', 'kept 3', 'the last word']) {
    await expect(timeline(again.page)).toContainText(text);
  }
});

test('when the app stops, the page says so and keeps what is being typed', async ({
  startDesktop,
  shell,
}) => {
  test.skip(shell === 'electron', 'in Electron the page ends with the app');
  const desktop = await startDesktop();
  const { page } = desktop;
  await declare(page, 'Slow');
  await page.getByRole('textbox', { name: 'Add to the timeline' }).fill('half a thou');
  await desktop.process?.stop();
  await expect(page.getByText(/Quarterdeck has stopped/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Add to the timeline' })).toHaveValue(
    'half a thou',
  );
});

test.describe('the printed address', () => {
  test.skip(({ shell }) => shell === 'electron', 'Electron has no address');

  test('opens the app once; the page it opened may be reloaded, another may not', async ({
    startDesktop,
    browser,
  }) => {
    const desktop = await startDesktop();
    await expect(desktop.page).not.toHaveURL(/token/);
    await desktop.page.reload();
    await expect(allCalm(desktop.page)).toBeVisible();
    const stranger = await browser.newContext();
    const page = await stranger.newPage();
    await page.goto(desktop.process?.address ?? '');
    await expect(page.getByRole('heading', { name: /This link has been used/ })).toBeVisible();
    await stranger.close();
  });

  test('is no way in for a page from elsewhere', async ({ startDesktop, browser }) => {
    const desktop = await startDesktop();
    const origin = new URL(desktop.process?.address ?? '').origin;
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('http://evil.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>hello' }),
    );
    await page.goto('http://evil.example/');
    const opened = await page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(url);
          socket.onopen = () => resolve('open');
          socket.onerror = () => resolve('refused');
        }),
      `${origin.replace('http', 'ws')}/contract`,
    );
    expect(opened).toBe('refused');
    await context.close();
  });
});

test.describe('a start that cannot be', () => {
  test.skip(({ shell }) => shell === 'electron', 'the start script is the same for both shells');

  test('is one clear line and exit code 2', async ({ desktop }) => {
    const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-e2e-'));
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const port = new URL(desktop.process?.address ?? '').port;
    const shared = ['--loopback', '--no-open'];
    for (const [args, line] of [
      [['--prot', '1'], /^Unknown option '--prot'.*\n$/],
      [[...shared, '--profile', file], /^The data folder cannot be used: .*\n$/],
      [[...shared, '--profile', folder, '--port', port], /^Port \d+ is in use\. .*\n$/],
      [[...shared, '--profile', desktop.profile], /^Quarterdeck is already open .*\n$/],
    ] as const) {
      const { code, output } = await runStart(args);
      expect(output).toMatch(line);
      expect(code).toBe(2);
    }
  });

  test('--help tells the options', async () => {
    const { code, output } = await runStart(['--help']);
    expect(code).toBe(0);
    for (const word of [
      '--profile',
      '--port',
      '--no-open',
      '--loopback',
      '--slack-api-url',
      '--slack-client-id',
      'QUARTERDECK_SLACK_TOKEN',
      'QUARTERDECK_SLACK_CLIENT_ID',
    ]) {
      expect(output).toContain(word);
    }
  });
});
