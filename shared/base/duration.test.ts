import { expect, test } from 'vitest';
import { DAY, formatAge, formatClock, HOUR, MINUTE, SECOND } from './duration.ts';

test.each([
  [-5, '0:00'],
  [42 * SECOND, '0:42'],
  [12 * MINUTE + 5 * SECOND, '12:05'],
  [HOUR + 4 * MINUTE + 12 * SECOND, '1:04:12'],
  [2 * DAY + 3 * HOUR + 4 * MINUTE, '2 d 03:04'],
])('the clock at %i ms shows %s', (ms, shown) => {
  expect(formatClock(ms)).toBe(shown);
});

test.each([
  [59 * SECOND, 'now'],
  [4 * MINUTE, '4 min'],
  [3 * HOUR, '3 h'],
  [2 * DAY, '2 d'],
])('an age of %i ms reads %s', (ms, shown) => {
  expect(formatAge(ms)).toBe(shown);
});
