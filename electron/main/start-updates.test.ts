import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY } from '#shared/base/duration.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import { quitCleanly } from './quit.ts';
import { startUpdates } from './start-updates.ts';
import { createElectronDouble } from './testing/electron-double.ts';
import { createUpdaterDouble } from './testing/updater-double.ts';

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(profile, { recursive: true, force: true });
});

/** An app with a newer version to be had, and an engine with so many active incidents. */
function app(active: number) {
  const updater = createUpdaterDouble('9.0.0');
  const double = createElectronDouble({ loadUpdater: async () => updater.part });
  const output = { active: Array.from({ length: active }) };
  const engine = {
    request: async () => ({ type: 'result', id: 1, output }),
    subscribe: () => () => undefined,
    stop: async () => void double.asked.push('engine stops'),
  } as unknown as EngineLink;
  const updates = startUpdates(double.parts, profile, engine);
  let items: readonly MenuItemConstructorOptions[] = [];
  updates.show((drawn) => {
    items = drawn;
  });
  quitCleanly(double.parts, engine, updates);
  return { updater, double, updates, items: () => items };
}

const prevented = () => {
  const event = { isPrevented: false, preventDefault: () => (event.isPrevented = true) };
  return event;
};

test('what is ready is told in words, stands in the menu, and is put in place on quitting', async () => {
  const { updater, double, items } = app(0);
  await vi.advanceTimersByTimeAsync(DAY);
  const words = 'Quarterdeck 9.0.0 is ready. It is installed when you quit.';
  expect(double.notifications.map(({ options }) => options.body)).toEqual([words]);
  expect(items().map(({ label }) => label)).toContain(words);
  double.emit('before-quit', prevented());
  await vi.waitUntil(() => updater.asked.at(-1) === 'install true false');
  // The engine has flushed before anything is replaced, and the installer's own quit goes through.
  expect(double.asked.at(-1)).toBe('engine stops');
  const again = prevented();
  double.emit('before-quit', again);
  expect(again.isPrevented).toBe(false);
});

test('during an incident the app just ends', async () => {
  const { updater, double, items } = app(1);
  await vi.advanceTimersByTimeAsync(DAY);
  expect(double.notifications).toEqual([]);
  expect(items().map(({ label }) => label)).toEqual([
    undefined,
    'Install new versions when I quit',
  ]);
  double.emit('before-quit', prevented());
  await vi.waitUntil(() => double.asked.at(-1) === 'exit 0');
  expect(updater.asked).toEqual([]);
});

test('a person can do without, and the next start knows', async () => {
  const { updater, items } = app(0);
  const choice = () => items().find(({ type }) => type === 'checkbox');
  expect(choice()?.checked).toBe(true);
  choice()?.click?.({ checked: false } as never, undefined, {} as never);
  await vi.advanceTimersByTimeAsync(3 * DAY);
  expect(updater.asked).toEqual([]);
  expect(JSON.parse(readFileSync(join(profile, 'updates.json'), 'utf8'))).toEqual({ on: false });
  const next = app(0);
  expect(next.items().find(({ type }) => type === 'checkbox')?.checked).toBe(false);
});

test('an app that cannot replace itself says nothing about it', async () => {
  const double = createElectronDouble();
  const engine = { subscribe: () => () => undefined } as unknown as EngineLink;
  const drawn: unknown[] = [];
  startUpdates(double.parts, profile, engine).show((items) => drawn.push(items));
  expect(drawn).toEqual([[]]);
});
