import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ShellViewT } from '#shared/contract/views/shell.ts';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { NOTIFICATIONS, TRAY_HOST } from '../hosts/session-bus.ts';
import { fetchInto } from '../localslack/fetch.ts';
import { SMALL_TEAM } from '../localslack/seed.ts';
import { createWorkspace } from '../localslack/workspace.ts';
import { REQUEST_CHANNEL } from './ipc.ts';
import { startShell } from './shell.ts';
import { createElectronDouble } from './testing/electron-double.ts';
import { emitter } from './testing/emitter.ts';
import { createContents } from './testing/window-double.ts';
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

async function start(
  double: ReturnType<typeof createElectronDouble>,
  ...more: string[]
): Promise<void> {
  await startShell(double.parts, {
    argv: [`--profile=${profile()}`, ...more],
    environment: {},
    platform: 'linux',
    bus: double.bus,
    out: join(folder, 'out'),
    process: emitter(),
    worker: new URL('../hosts/worker.ts', import.meta.url),
  });
}

async function quit(double: ReturnType<typeof createElectronDouble>): Promise<void> {
  double.emit('before-quit', { preventDefault: () => undefined });
  await expect.poll(() => double.asked, { timeout: 20_000 }).toContain('exit 0');
}

/** The first window's page asks. */
function ask(
  double: ReturnType<typeof createElectronDouble>,
  name: string,
  input: unknown,
  kind = 'command',
) {
  const frame = double.windows[0]?.contents.mainFrame;
  const event = { senderFrame: frame, sender: { mainFrame: frame } } as never;
  return double.invoke(REQUEST_CHANNEL, event, { id: 3, kind, name, input });
}

async function shellOf(double: ReturnType<typeof createElectronDouble>): Promise<ShellViewT> {
  const reply = (await ask(double, 'settings', {}, 'query')) as { output: SettingsViewT };
  return reply.output.shell;
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
    // Two profiles are two apps: each has its own lock of the single instance.
    expect(double.paths).toEqual({ userData: join(profile(), 'chromium') });
    await quit(double);
  });

  test('a second start ends at once; the first window comes forward', async () => {
    const second = createElectronDouble({ isFirst: false });
    await start(second);
    expect(second.asked).toEqual(['quit']);
    expect(second.windows).toEqual([]);
    const first = createElectronDouble();
    await start(first);
    first.emit('second-instance', {}, ['quarterdeck']);
    expect(first.windows[0]?.asked).toEqual([
      'load app://quarterdeck/',
      'restore',
      'show',
      'focus',
    ]);
    await quit(first);
  });

  test('a real engine answers its page, and flushes before the process ends', async () => {
    const double = createElectronDouble();
    await start(double);
    const incident = '01K0000000000000000000000A';
    expect(await ask(double, 'incident.declare', { incident, name: 'Slow' })).toMatchObject({
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

  test('a link fills a declaration in and declares nothing; one to an incident opens it', async () => {
    const double = createElectronDouble();
    await start(double, 'quarterdeck://declare?name=Checkout%20%23fails');
    const page = double.windows[0];
    expect(page?.asked).toEqual(['load app://quarterdeck/#/declare?name=Checkout%20%23fails']);
    const incident = '01K0000000000000000000000A';
    await ask(double, 'incident.declare', { incident, name: 'Slow' });
    double.emit('second-instance', {}, ['quarterdeck', `quarterdeck://incident/${incident}`]);
    await expect.poll(() => page?.asked).toContain(`load app://quarterdeck/#/incident/${incident}`);
    expect(double.windows).toHaveLength(1);
    await quit(double);
  });

  test('with a tray the app lives on in it, and shows there how things stand', async () => {
    const double = createElectronDouble();
    await start(double);
    double.emit('window-all-closed');
    expect(double.asked).not.toContain('quit');
    const [tray] = double.trays;
    expect(tray?.shown.icon).toContain('tray-calm.png');
    await ask(double, 'incident.declare', { incident: '01K0000000000000000000000A', name: 'Slow' });
    await expect.poll(() => tray?.shown.tip).toBe('Quarterdeck: 1 active incident');
    expect(tray?.shown.icon).toContain('tray-active.png');
    tray?.press('Show HUD');
    expect(double.windows.at(-1)?.options).toMatchObject({ alwaysOnTop: true });
    expect(double.windows.at(-1)?.asked).toEqual(['load app://quarterdeck/#/hud']);
    await quit(double);
  });

  test.each([
    ['there is no tray', { hasTray: false }],
    ['nobody shows the tray', { missingOnBus: [TRAY_HOST] }],
  ])('where %s it ends with its last window', async (_where, options) => {
    const double = createElectronDouble(options);
    await start(double);
    double.emit('window-all-closed');
    await expect.poll(() => double.asked).toContain('quit');
    await expect.poll(async () => (await shellOf(double)).hasTray).toBe(false);
    await quit(double);
  });

  test('where nobody shows notifications the page is told so, and tells by itself', async () => {
    const double = createElectronDouble({ missingOnBus: [NOTIFICATIONS] });
    await start(double);
    await expect.poll(async () => (await shellOf(double)).hasTray).toBe(true);
    expect(await shellOf(double)).toMatchObject({ kind: 'app', hasNotifications: false });
    await quit(double);
  });

  test('a shortcut that another program has is in the log and in Settings, where others are chosen', async () => {
    const taken = 'CommandOrControl+Alt+Shift+D';
    const double = createElectronDouble({ takenKeys: [taken] });
    await start(double);
    await expect
      .poll(async () => (await shellOf(double)).shortcuts)
      .toEqual([{ name: 'declare', problem: 'taken' }]);
    expect([...double.keys.keys()]).toEqual(['CommandOrControl+Alt+Shift+N']);
    expect(readFileSync(join(profile(), 'logs', 'quarterdeck.log'), 'utf8')).toContain(taken);
    const keys = 'CommandOrControl+Alt+Shift+I';
    await ask(double, 'desktop.set-shortcut', { shortcut: 'declare', keys });
    await ask(double, 'desktop.set-shortcut', { shortcut: 'note', keys: '' });
    await expect.poll(() => [...double.keys.keys()]).toEqual([keys]);
    await expect.poll(async () => (await shellOf(double)).shortcuts).toEqual([]);
    double.keys.get(keys)?.();
    expect(double.windows[0]?.asked).toContain('load app://quarterdeck/#/declare?name=');
    await quit(double);
  });

  test('the engine’s requests are made by Chromium’s network, with the system’s proxies', async () => {
    const clock = { now: () => Date.now(), after: () => () => undefined };
    const random = () => 0.5;
    const slack = createWorkspace({ seed: SMALL_TEAM, clock, random, limits: 'off' });
    const asked: string[] = [];
    const inner = fetchInto(slack);
    const network: typeof fetch = (input, init) => {
      asked.push(String(input));
      return inner(input, init);
    };
    const double = createElectronDouble({ network });
    await start(double, '--slack-api-url=https://slack.test/api/');
    await ask(double, 'slack.connect', { token: 'xoxp-ana' });
    const settings = (await ask(double, 'settings', {}, 'query')) as { output: SettingsViewT };
    expect(settings.output.slack).toMatchObject({ team: 'Acme', user: 'ana' });
    expect(asked).toContain('https://slack.test/api/auth.test');
    await quit(double);
  });

  test('an incident has a window of its own when its page asks for one; nothing else has', async () => {
    const double = createElectronDouble();
    await start(double);
    const incident = '01K0000000000000000000000A';
    await ask(double, 'incident.declare', { incident, name: 'Slow' });
    const contents = createContents();
    double.emit('web-contents-created', {}, contents.asElectron);
    const address = `app://quarterdeck/#/incident/${incident}`;
    expect(contents.open(address)).toEqual({ action: 'deny' });
    expect(double.windows).toHaveLength(2);
    expect(double.windows[1]?.asked).toEqual([`load ${address}`]);
    // The same again comes forward; what is no incident opens nothing, here or in the browser.
    contents.open(address);
    expect(double.windows[1]?.asked.slice(1)).toEqual(['restore', 'show', 'focus']);
    for (const other of ['#/settings', '#/incident/x', `#/incident/${incident}/post-mortem`]) {
      contents.open(`app://quarterdeck/${other}`);
    }
    contents.open(`app://evil/#/incident/${incident}`);
    expect(double.windows).toHaveLength(2);
    expect(double.opened).toEqual([]);
    await quit(double);
  });

  test('each kind of window opens where it was, as large as it was; the icon has a number', async () => {
    const double = createElectronDouble();
    await start(double);
    double.windows[0]?.contents.asElectron.setZoomLevel(1);
    double.windows[0]?.move({ x: 10, y: 20, width: 1_000, height: 600 });
    double.windows[0]?.emit('close');
    double.trays[0]?.press('Show HUD');
    double.windows[1]?.emit('close');
    await ask(double, 'incident.declare', { incident: '01K0000000000000000000000A', name: 'Slow' });
    await expect.poll(() => double.asked).toContain('badge 1');
    await quit(double);
    const again = createElectronDouble();
    await start(again);
    const [main] = again.windows;
    expect(main?.options).toMatchObject({ x: 10, y: 20, width: 1_000, height: 600 });
    main?.contents.emit('did-finish-load');
    expect(main?.contents.asElectron.getZoomLevel()).toBe(1);
    again.trays[0]?.press('Show HUD');
    expect(again.windows[1]?.options).toMatchObject({ x: 40, y: 60, alwaysOnTop: true });
    await quit(again);
  });
});
