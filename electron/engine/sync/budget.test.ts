import { expect, onTestFinished, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { DeviceId } from '#shared/base/ids.ts';
import { makeStamp } from '#shared/ops/stamp.ts';
import { closeDatabase, openDatabase, run } from '../store/database.ts';
import { createClock } from '../testing/clock.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { createBudget } from './budget.ts';

const HISTORY = 'conversations.history';

function start() {
  const clock = createClock();
  const { profile, remove } = temporaryProfile();
  const opened = openDatabase(profile);
  if (!opened.ok) throw new Error(opened.error.message);
  const db = opened.value;
  onTestFinished(() => {
    closeDatabase(db);
    remove();
  });
  const device = 'AAAAAAAAAA' as DeviceId;
  const budget = createBudget({ db, ports: { clock } as never, device });
  let ops = 0;
  /** Other desktops do something now, and it is noticed. */
  const hear = (desktops: number) => {
    for (let n = 1; n < desktops; n++) hearOne(n);
    clock.jump(10 * SECOND);
  };
  const hearOne = (n: number) => {
    const stamp = makeStamp(clock.now(), 0, `BBBBBBBB${String(n).padStart(2, '0')}` as DeviceId);
    run(
      db,
      `INSERT INTO op (id, incident, entity, at, stamp, author, v, fields, hash)
       VALUES (?, 'x', 'incident', ?, ?, 'U1', 1, '{}', '')`,
      `op-${ops++}`,
      stamp,
      stamp,
    );
  };
  return { clock, budget, hear };
}

/** Makes every history call there is room for, for a while. Gives how many. */
function spend({ clock, budget }: ReturnType<typeof start>, ms: number): number {
  const until = clock.now() + ms;
  for (let calls = 0; ; calls++) {
    const wait = budget.wait(false);
    if (clock.now() + wait >= until) {
      clock.jump(until - clock.now());
      return calls;
    }
    clock.jump(wait);
    budget.meter.took(HISTORY);
  }
}

test.each([
  [1, 4 * SECOND],
  [2, 4 * SECOND],
  [3, 5 * SECOND],
  [4, 6_667],
  [10, 16_667],
])('of %i desktops each reads the incident on screen every %i ms', (desktops, ms) => {
  const { budget, hear } = start();
  hear(desktops);
  expect(Math.round(budget.onScreen())).toBe(ms);
});

test('a desktop that fell silent counts no more; its share is taken again', () => {
  const { clock, budget, hear } = start();
  hear(10);
  expect(budget.onScreen()).toBeGreaterThan(13 * SECOND);
  clock.jump(11 * MINUTE);
  expect(budget.onScreen()).toBe(4 * SECOND);
  expect(budget.listeners()).toBe(10);
});

test.each([1, 3, 10, 30])('%i desktops together stay below what Slack gives in any minute', (n) => {
  const desk = start();
  desk.hear(n);
  const first = spend(desk, MINUTE);
  desk.hear(n);
  const second = spend(desk, MINUTE);
  // Whole calls only: a desktop of many may have begun with one.
  expect(first * n).toBeLessThanOrEqual(Math.max(50, 2 * n));
  expect(second * n).toBeLessThanOrEqual(Math.max(50, 48 + n));
});

test('a limit halves the share once for all that come together, and it grows back slowly', () => {
  const { clock, budget } = start();
  for (let i = 0; i < 3; i++) budget.meter.limited(HISTORY);
  expect(budget.stretch(38.4, false)).toBeCloseTo(2, 1);
  clock.jump(2 * MINUTE);
  expect(budget.stretch(38.4, false)).toBeGreaterThan(1.4);
  clock.jump(3 * MINUTE);
  expect(budget.stretch(38.4, false)).toBeCloseTo(1, 5);
  for (let i = 0; i < 20; i++) {
    budget.meter.limited(HISTORY);
    clock.jump(11 * SECOND);
  }
  expect(budget.onScreen()).toBeLessThan(60 * SECOND);
});

test('other methods have limits of their own', () => {
  const { budget } = start();
  budget.meter.limited('chat.postMessage');
  for (let i = 0; i < 50; i++) budget.meter.took('chat.postMessage');
  expect(budget.wait(false)).toBe(0);
  expect(budget.stretch(38, false)).toBe(1);
});

test('a read of many pages goes into debt; the incident on screen goes on before the rest', () => {
  const { clock, budget } = start();
  for (let i = 0; i < 3; i++) budget.meter.took(HISTORY);
  expect(budget.wait(true)).toBe(0);
  expect(budget.wait(false)).toBeGreaterThan(SECOND);
  clock.jump(5 * SECOND);
  expect(budget.wait(false)).toBe(0);
});

test('a clock that jumps either way leaves it in order', () => {
  const desk = start();
  spend(desk, MINUTE);
  for (const hours of [-24, 48, -24]) {
    desk.clock.jump(hours * 60 * MINUTE);
    expect(desk.budget.wait(false)).toBeLessThan(5 * SECOND);
    expect(spend(desk, MINUTE)).toBeGreaterThan(40);
  }
});

test('what was given way to desktops that are counted now is not given twice', () => {
  const { budget, hear } = start();
  budget.meter.limited(HISTORY);
  hear(2);
  expect(budget.stretch(19.2, false)).toBeCloseTo(1, 1);
});
