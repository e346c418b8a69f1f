import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { REQUEST_CHANNEL } from './ipc.ts';
import { startShell } from './shell.ts';
import { createElectronDouble } from './testing/electron-double.ts';
import { emitter } from './testing/emitter.ts';
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
    out: join(folder, 'out'),
    process: emitter(),
    worker: new URL('../hosts/worker.ts', import.meta.url),
  });
}

async function quit(double: ReturnType<typeof createElectronDouble>): Promise<void> {
  double.emit('before-quit', { preventDefault: () => undefined });
  await expect.poll(() => double.asked.at(-1)).toBe('exit 0');
}

/** The first window's page asks for a command. */
function ask(double: ReturnType<typeof createElectronDouble>, name: string, input: unknown) {
  const frame = double.windows[0]?.contents.mainFrame;
  const event = { senderFrame: frame, sender: { mainFrame: frame } } as never;
  return double.invoke(REQUEST_CHANNEL, event, { id: 3, kind: 'command', name, input });
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

  test('without a tray it ends with its last window', async () => {
    const double = createElectronDouble({ hasTray: false, hasNotifications: false });
    await start(double);
    double.emit('window-all-closed');
    expect(double.asked).toContain('quit');
    await quit(double);
  });

  test('a key that another program has costs that key, and is in the log', async () => {
    const taken = 'CommandOrControl+Alt+Shift+D';
    const double = createElectronDouble({ takenKeys: [taken] });
    await start(double);
    expect([...double.keys.keys()]).toEqual(['CommandOrControl+Alt+Shift+N']);
    expect(readFileSync(join(profile(), 'logs', 'quarterdeck.log'), 'utf8')).toContain(taken);
    await quit(double);
  });
});
