import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HOUR, MINUTE } from '#shared/base/duration.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { LogLine } from '../engine/ports.ts';
import type { Asking } from '../hosts/asking.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import { createUpdaterDouble, type Offer } from './testing/updater-double.ts';
import { canUpdateItself, keepUpdated, NO_UPDATES } from './updates.ts';
import { isNewer } from './version.ts';

/** A desk of version 0.1.0 whose time, incidents and releases a test decides about. */
function desk(offer: Offer) {
  const updater = createUpdaterDouble(offer);
  const timers: { readonly ms: number; readonly task: () => void }[] = [];
  const logged: LogLine[] = [];
  const told: string[] = [];
  const state = { active: 0, isOn: true, answers: true };
  let changed: (event: { view: string }) => void = () => undefined;
  const asks = {
    query: async () =>
      state.answers
        ? ok({ active: Array.from({ length: state.active }) })
        : err(contractError('engine_stopped', 'It ended.')),
  };
  const updates = keepUpdated(
    {
      load: async () => updater.part,
      after: (ms, task) => void timers.push({ ms, task }),
      random: () => 0.5,
      version: '0.1.0',
      log: (line) => logged.push(line),
      isOn: () => state.isOn,
      tell: (words) => told.push(words),
    },
    asks as unknown as Asking,
    { subscribe: (listener: typeof changed) => (changed = listener) } as unknown as EngineLink,
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    updater,
    timers,
    logged,
    told,
    state,
    updates,
    /** The next time to look has come. */
    due: async () => {
      timers.shift()?.task();
      await settled();
    },
    incidents: async (active: number) => {
      state.active = active;
      changed({ view: 'desk' });
      await settled();
    },
  };
}

test('a newer version is fetched, told once, and put in place on quitting', async () => {
  const one = desk('0.2.0');
  expect(one.updates.ready()).toBe(null);
  await one.due();
  expect(one.updater.asked).toEqual(['check', 'download']);
  expect(one.told).toEqual(['Quarterdeck 0.2.0 is ready. It is installed when you quit.']);
  expect(one.updates.ready()).toBe(one.told[0]);
  expect(await one.updates.mayInstall()).toBe(true);
  one.updates.install(() => undefined);
  // Without a window of its own, and without starting again: the person quit.
  expect(one.updater.asked.at(-1)).toBe('install true false');
});

test('it looks seldom, and not in the first minutes', async () => {
  const one = desk(null);
  expect(one.timers.map(({ ms }) => ms)).toEqual([35 * MINUTE]);
  await one.due();
  expect(one.timers.map(({ ms }) => ms)).toEqual([24 * HOUR]);
  await one.due();
  expect(one.updater.asked).toEqual(['check', 'check']);
});

test('while an incident is active it does not even look; once it is resolved, it does', async () => {
  const one = desk('0.2.0');
  one.state.active = 1;
  await one.due();
  await one.incidents(2);
  expect(one.updater.asked).toEqual([]);
  await one.incidents(0);
  expect(one.updater.asked).toEqual(['check', 'download']);
  expect(one.told).toHaveLength(1);
  // What happens afterwards does not tell it again.
  await one.incidents(1);
  await one.incidents(0);
  expect(one.told).toHaveLength(1);
});

test('what is ready when an incident begins stays where it is until it is resolved', async () => {
  const one = desk('0.2.0');
  await one.due();
  await one.incidents(1);
  expect(await one.updates.mayInstall()).toBe(false);
  await one.incidents(0);
  expect(await one.updates.mayInstall()).toBe(true);
});

test('an incident that begins between looking and fetching keeps it from fetching', async () => {
  const one = desk('0.2.0');
  const check = one.updater.part.checkForUpdates;
  one.updater.part.checkForUpdates = async () => {
    one.state.active = 1;
    return check();
  };
  await one.due();
  expect(one.updater.asked).toEqual(['check']);
  one.updater.part.checkForUpdates = check;
  await one.incidents(0);
  expect(one.updater.asked).toEqual(['check', 'check', 'download']);
});

test('one that begins while it is fetched keeps it from being told', async () => {
  const one = desk('0.2.0');
  one.updater.part.downloadUpdate = async () => {
    one.state.active = 1;
    return [];
  };
  await one.due();
  expect(one.told).toEqual([]);
  await one.incidents(0);
  expect(one.told).toHaveLength(1);
});

test('without a network nothing is said; it looks again a day later', async () => {
  const one = desk(new Error('net::ERR_INTERNET_DISCONNECTED'));
  await one.due();
  expect(one.told).toEqual([]);
  expect(one.logged).toMatchObject([{ level: 'warn', event: 'updates.failed' }]);
  expect(one.timers.map(({ ms }) => ms)).toEqual([24 * HOUR]);
  one.updater.offer = '0.2.0';
  await one.due();
  expect(one.told).toHaveLength(1);
});

test('a file that is not what was announced is not taken', async () => {
  const one = desk('0.2.0');
  one.updater.failsToDownload = true;
  await one.due();
  expect(one.updates.ready()).toBe(null);
  expect(await one.updates.mayInstall()).toBe(false);
  expect(one.logged).toMatchObject([{ event: 'updates.failed' }]);
});

test.each(['0.0.9', '0.1.0', '0.2.0-beta.1', 'latest', '../0.2.0'])(
  'version %s is refused, and that is in the log',
  async (version) => {
    const one = desk(version);
    await one.due();
    expect(one.updater.asked).toEqual(['check']);
    expect(one.told).toEqual([]);
    expect(one.logged).toMatchObject([{ event: 'updates.refused' }]);
  },
);

test('nothing is fetched, installed or older by itself', async () => {
  const one = desk(null);
  await one.due();
  expect(one.updater.part).toMatchObject({
    autoDownload: false,
    autoInstallOnAppQuit: false,
    allowDowngrade: false,
    allowPrerelease: false,
    disableWebInstaller: true,
  });
});

test('who does not want it is left alone, and what was fetched before is not put in place', async () => {
  const one = desk('0.2.0');
  one.state.isOn = false;
  await one.due();
  expect(one.updater.asked).toEqual([]);
  one.state.isOn = true;
  await one.due();
  expect(await one.updates.mayInstall()).toBe(true);
  one.state.isOn = false;
  expect(await one.updates.mayInstall()).toBe(false);
});

test('an engine that no longer answers is no reason to install anything', async () => {
  const one = desk('0.2.0');
  await one.due();
  one.state.answers = false;
  expect(await one.updates.mayInstall()).toBe(false);
});

test('an installer that fails, or does nothing, ends the app all the same', async () => {
  const one = desk('0.2.0');
  await one.due();
  let ends = 0;
  one.updates.install(() => {
    ends += 1;
  });
  one.updater.fail(new Error('no permission'));
  expect(ends).toBe(1);
  one.timers.at(-1)?.task();
  expect(ends).toBe(2);
  NO_UPDATES.install(() => {
    ends += 1;
  });
  expect(ends).toBe(3);
});

test.each([
  ['0.2.0', '0.1.9', true],
  ['0.1.10', '0.1.9', true],
  ['1.0.0', '0.9.9', true],
  ['0.2.0', '0.2.0-beta.1', false],
  ['0.1.9', '0.1.10', false],
  ['0.1', '0.0.1', false],
])('%s is newer than %s: %s', (offered, current, newer) => {
  expect(isNewer(offered, current)).toBe(newer);
});

test('only a package that knows where updates come from, and can be replaced, looks for them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [none, there] = [join(folder, 'none'), join(folder, 'there')];
  mkdirSync(there);
  writeFileSync(join(there, 'app-update.yml'), 'provider: github');
  expect(canUpdateItself(false, 'win32', {}, there)).toBe(false);
  expect(canUpdateItself(true, 'win32', {}, none)).toBe(false);
  expect(canUpdateItself(true, 'win32', {}, there)).toBe(true);
  expect(canUpdateItself(true, 'darwin', {}, there)).toBe(true);
  // The system's own tool brings what it installed.
  expect(canUpdateItself(true, 'linux', {}, there)).toBe(false);
  expect(canUpdateItself(true, 'linux', { APPIMAGE: '/home/ana/quarterdeck' }, there)).toBe(true);
});
