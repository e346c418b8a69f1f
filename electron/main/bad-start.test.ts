import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asking } from '../hosts/asking.ts';
import { startEngineWorker } from '../hosts/engine-worker.ts';
import { REQUEST_CHANNEL } from './ipc.ts';
import { startShell } from './shell.ts';
import { createElectronDouble } from './testing/electron-double.ts';

const WORKER = new URL('../hosts/worker.ts', import.meta.url);
const INCIDENT = '01K0000000000000000000000A' as never;
const JUNK = 'A%20%3Cscript%3E'.repeat(65_536);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  mkdirSync(join(folder, 'out', 'renderer'), { recursive: true });
  writeFileSync(join(folder, 'out', 'renderer', 'index.html'), '<!doctype html>');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Double = ReturnType<typeof createElectronDouble>;

async function start(double: Double, profile: string, ...more: string[]): Promise<void> {
  await startShell(double.parts, {
    argv: ['quarterdeck', `--profile=${profile}`, ...more],
    environment: {},
    platform: 'linux',
    bus: null,
    out: join(folder, 'out'),
    process: { on: () => undefined },
    worker: WORKER,
  });
}

async function quit(double: Double): Promise<void> {
  double.emit('before-quit', { preventDefault: () => undefined });
  await expect.poll(() => double.asked, { timeout: 20_000 }).toContain('exit 0');
}

/** The window's page declares an incident, and reads it. */
async function leads(double: Double): Promise<boolean> {
  const frame = double.windows[0]?.contents.mainFrame;
  const event = { senderFrame: frame, sender: { mainFrame: frame } } as never;
  const asks = asking(async (raw) => double.invoke(REQUEST_CHANNEL, event, raw));
  await asks.command('incident.declare', { incident: INCIDENT, name: 'Checkout errors' });
  const seen = await asks.query('incident', { incident: INCIDENT });
  return seen.ok && seen.value.name === 'Checkout errors';
}

test('data that another program has open is left to it, with words, also under another name', async () => {
  const profile = join(folder, 'profile');
  const other = await startEngineWorker(
    {
      profile,
      slackApiUrl: 'http://127.0.0.1:9/',
      loginName: 'ana',
      version: '0.1.0',
      keeping: 'session',
      token: null,
    },
    async () => undefined,
    WORKER,
  );
  if (!other.ok) throw new Error(other.error.message);
  const alias = join(folder, 'alias');
  symlinkSync(profile, alias);
  for (const name of [profile, alias]) {
    const double = createElectronDouble();
    await start(double, name);
    expect(double.asked.slice(-2)).toEqual([
      `error Quarterdeck cannot start: Quarterdeck is already open with this data folder: ${name}.\n\nUse the window that is open, or choose another folder with --profile.`,
      'exit 2',
    ]);
    expect(double.windows).toEqual([]);
  }
  const asks = asking(other.value.request);
  await asks.command('incident.declare', { incident: INCIDENT, name: 'Checkout errors' });
  expect((await asks.query('incident', { incident: INCIDENT })).ok).toBe(true);
  await other.value.stop();
});

test('a folder for Chromium that cannot be made costs nobody the app', async () => {
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  writeFileSync(join(profile, 'chromium'), 'a file, not a folder');
  const double = createElectronDouble();
  await start(double, profile);
  expect(double.paths).toEqual({});
  expect(await leads(double)).toBe(true);
  await quit(double);
});

test('a start by a link of a megabyte just opens the Desk', async () => {
  const double = createElectronDouble();
  await start(double, join(folder, 'profile'), `quarterdeck://incident/${JUNK}`);
  expect(double.windows.map(({ asked }) => asked)).toEqual([['load app://quarterdeck/']]);
  await quit(double);
});

test('one that comes while an incident is open leaves the page where it is', async () => {
  const double = createElectronDouble();
  await start(double, join(folder, 'profile'));
  expect(await leads(double)).toBe(true);
  const [window] = double.windows;
  const links = [`quarterdeck://declare?name=${JUNK}`, `quarterdeck:${JUNK}`];
  for (const link of links) double.emit('second-instance', {}, ['quarterdeck', link]);
  for (const url of links) double.emit('open-url', { preventDefault: () => undefined }, url);
  // Options of a second start are not taken over either.
  double.emit('second-instance', {}, ['quarterdeck', '--profile=/elsewhere', '--no-sandbox']);
  const loaded = window?.asked.filter((what) => what.startsWith('load'));
  expect(loaded).toEqual(['load app://quarterdeck/']);
  expect(double.windows).toHaveLength(1);
  expect(await leads(double)).toBe(true);
  await quit(double);
});
