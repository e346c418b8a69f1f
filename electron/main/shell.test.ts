import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAppPage } from './app-scheme.ts';
import { isSafeLink, openExternal } from './external-links.ts';
import { REQUEST_CHANNEL } from './ipc.ts';
import { guardNavigation } from './navigation.ts';
import { keptToken } from './secrets.ts';
import { startShell } from './shell.ts';
import { createContents, createElectronDouble } from './testing/electron-double.ts';
import { WEB_PREFERENCES } from './window.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  mkdirSync(join(folder, 'out', 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'out', 'renderer', 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'out', 'renderer', 'assets', 'page.js'), 'export {};');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const profile = () => join(folder, 'profile');

async function start(double: ReturnType<typeof createElectronDouble>): Promise<void> {
  await startShell(double.parts, {
    argv: [`--profile=${profile()}`],
    environment: {},
    platform: 'linux',
    out: join(folder, 'out'),
    worker: new URL('../hosts/worker.ts', import.meta.url),
  });
}

async function quit(double: ReturnType<typeof createElectronDouble>): Promise<void> {
  double.emit('before-quit', { preventDefault: () => undefined });
  await expect.poll(() => double.asked.at(-1)).toBe('exit 0');
}

describe('the shell', () => {
  test('opens one window with the strict preferences, on its own page', async () => {
    const double = createElectronDouble();
    await start(double);
    const [window] = double.windows;
    expect(double.windows).toHaveLength(1);
    expect(window?.options.webPreferences).toEqual({
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      sandbox: true,
      webSecurity: true,
      webviewTag: false,
      spellcheck: true,
      preload: join(folder, 'out', 'preload', 'preload.cjs'),
    });
    expect(Object.isFrozen(WEB_PREFERENCES)).toBe(true);
    expect(window?.asked).toEqual(['load app://quarterdeck/']);
    expect(double.asked.slice(0, 3)).toEqual(['sandbox', 'scheme', 'ready']);
    await quit(double);
  });

  test('a second start ends at once; the first window comes forward', async () => {
    const second = createElectronDouble({ isFirst: false });
    await start(second);
    expect(second.asked).toEqual(['quit']);
    expect(second.windows).toEqual([]);
    const first = createElectronDouble();
    await start(first);
    first.emit('second-instance');
    expect(first.windows[0]?.asked).toEqual(['load app://quarterdeck/', 'restore', 'focus']);
    await quit(first);
  });

  test('a real engine answers its page, and flushes before the process ends', async () => {
    const double = createElectronDouble();
    await start(double);
    const frame = double.windows[0]?.contents.mainFrame;
    const sender = { mainFrame: frame };
    const event = { senderFrame: frame, sender } as never;
    const incident = '01K0000000000000000000000A';
    const input = { incident, name: 'Slow' };
    const request = { id: 3, kind: 'command', name: 'incident.declare', input };
    expect(await double.invoke(REQUEST_CHANNEL, event, request)).toMatchObject({
      type: 'result',
      id: 3,
    });
    await expect.poll(() => double.windows[0]?.contents.sent.length).toBeGreaterThan(0);
    await quit(double);
    // Closed properly: SQLite takes its write-ahead log away.
    expect(readdirSync(profile())).not.toContain('quarterdeck.db-wal');
  });

  test('a folder that cannot be used is told in words, and ends with 2', async () => {
    writeFileSync(profile(), 'a file, not a folder');
    const double = createElectronDouble();
    await start(double);
    expect(double.asked.at(-1)).toBe('exit 2');
    expect(double.asked.at(-2)).toContain('The data folder cannot be used');
    expect(double.windows).toEqual([]);
  });
});

describe('who may ask', () => {
  const request = { id: 1, kind: 'query', name: 'desk', input: {} };
  const own = { url: 'app://quarterdeck/' };
  test.each([
    ['a frame inside the page', { url: 'app://quarterdeck/' }, own],
    ['a page it was led to', { url: 'https://evil.example/' }, null],
    ['a look-alike', { url: 'app://quarterdeck.evil.example/' }, null],
    ['a frame that is gone', null, own],
  ])('not %s', async (_who, senderFrame, mainFrame) => {
    const double = createElectronDouble();
    await start(double);
    const event = { senderFrame, sender: { mainFrame: mainFrame ?? senderFrame } } as never;
    expect(await double.invoke(REQUEST_CHANNEL, event, request)).toMatchObject({
      type: 'error',
      error: { code: 'unknown_request' },
    });
    await quit(double);
  });
});

describe('the scheme', () => {
  test('serves the page under its policy, and nothing else', async () => {
    const double = createElectronDouble();
    await start(double);
    const page = await double.fetch('app://quarterdeck/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await double.fetch('app://quarterdeck/assets/page.js')).status).toBe(200);
    for (const path of [
      'app://evil/index.html',
      'app://quarterdeck/..%2f..%2fpackage.json',
      'app://quarterdeck/%2e%2e/%2e%2e/etc/passwd',
      'app://quarterdeck/..%5cx',
      'app://quarterdeck/index.html%00',
      'app://quarterdeck/assets',
    ]) {
      expect((await double.fetch(path)).status, path).toBe(404);
    }
    await quit(double);
  });
});

test.each([
  ['app://quarterdeck/', true],
  ['app://quarterdeck/#/incident/1', true],
  ['app://evil/', false],
  ['app:////quarterdeck/', false],
  ['app://user@quarterdeck/', false],
  ['app://quarterdeck:80/', false],
  ['app://quarterdeck.evil/', false],
  ['https://quarterdeck/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['blob:app://quarterdeck/1', false],
  ['', false],
])('a window stays on its page: %s → %s', (url, stays) => {
  expect(isAppPage(url)).toBe(stays);
  const contents = createContents();
  const double = createElectronDouble();
  guardNavigation(double.parts, contents.asElectron);
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    let prevented = false;
    contents.emit(name, { url, preventDefault: () => (prevented = true) });
    expect(prevented, name).toBe(!stays);
  }
});

test('a webview is never attached', () => {
  const contents = createContents();
  guardNavigation(createElectronDouble().parts, contents.asElectron);
  let prevented = false;
  contents.emit('will-attach-webview', { preventDefault: () => (prevented = true) });
  expect(prevented).toBe(true);
});

test.each([
  ['https://acme.slack.com/archives/C1', true],
  ['https://xn--80ak6aa92e.com/', true],
  ['http://acme.test/', false],
  ['https://user:pass@acme.test/', false],
  ['https://acme.slack.com@evil.example/', false],
  ['file:///etc/passwd', false],
  ['smb://host/share', false],
  ['ms-msdt:/id', false],
  ['javascript:alert(1)', false],
  ['\\\\host\\share', false],
  [`https://acme.test/${'x'.repeat(2_048)}`, false],
])('only safe links leave for the browser: %s → %s', (url, isSafe) => {
  expect(isSafeLink(url)).toBe(isSafe);
  const double = createElectronDouble();
  expect(openExternal(double.parts, url)).toBe(isSafe);
  expect(double.opened).toHaveLength(isSafe ? 1 : 0);
  const contents = createContents();
  guardNavigation(double.parts, contents.asElectron);
  expect(contents.open(url)).toEqual({ action: 'deny' });
});

test.each(['media', 'geolocation', 'hid', 'usb', 'clipboard-read', 'openExternal', 'fullscreen'])(
  'the permission "%s" is refused',
  async (permission) => {
    const double = createElectronDouble();
    await start(double);
    let decided: unknown;
    const decide = (granted: unknown) => (decided = granted);
    const details = { requestingUrl: 'app://quarterdeck/' };
    double.permissions.request?.(null, permission, decide, details);
    expect(decided).toBe(false);
    expect(double.permissions.check?.(null, permission, 'app://quarterdeck/')).toBe(false);
    expect(double.permissions.device?.({})).toBe(false);
    double.permissions.request?.(null, 'notifications', decide, details);
    expect(decided).toBe(true);
    double.permissions.request?.(null, 'notifications', decide, { requestingUrl: 'https://evil/' });
    expect(decided).toBe(false);
    await quit(double);
  },
);

describe('the token', () => {
  test('is kept encrypted, found again, and forgotten when asked', async () => {
    const { parts } = createElectronDouble();
    const kept = keptToken(parts, folder);
    expect(kept).toMatchObject({ keeping: 'keychain', token: null });
    await kept.keep('xoxp-secret');
    expect(readFileSync(join(folder, 'slack-token.bin'), 'latin1')).not.toContain('xoxp');
    expect(keptToken(parts, folder).token).toBe('xoxp-secret');
    await kept.keep(null);
    expect(keptToken(parts, folder).token).toBeNull();
  });

  test('is not written where the keychain is one everybody can open', async () => {
    const { parts } = createElectronDouble({ backend: 'basic_text' });
    const kept = keptToken(parts, folder);
    expect(kept.keeping).toBe('session');
    await kept.keep('xoxp-secret');
    expect(readdirSync(folder)).toEqual(['out']);
  });
});
