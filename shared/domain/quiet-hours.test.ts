import { expect, test } from 'vitest';
import { DEFAULT_QUIET_HOURS, isQuiet } from './quiet-hours.ts';

const MONDAY = 1;
const SUNDAY = 7;

test('it is quiet over the night and at weekends, unless somebody chose otherwise', () => {
  const at = (hour: number, weekday = MONDAY) => isQuiet(DEFAULT_QUIET_HOURS, weekday, hour * 60);
  expect([8, 9, 17, 18, 0].map((hour) => at(hour))).toEqual([true, false, false, true, true]);
  expect(at(12, SUNDAY)).toBe(true);
  expect(isQuiet({ ...DEFAULT_QUIET_HOURS, weekends: false }, SUNDAY, 12 * 60)).toBe(false);
});

test('quiet hours can lie within a day, and be none', () => {
  const siesta = { from: 13 * 60, to: 15 * 60, weekends: false };
  expect([12, 13, 14, 15].map((hour) => isQuiet(siesta, MONDAY, hour * 60))).toEqual([
    ...[false, true, true, false],
  ]);
  expect(isQuiet({ from: 0, to: 0, weekends: false }, MONDAY, 0)).toBe(false);
});
