import { expect, test } from 'vitest';
import { isZone, localTime, zonedClock } from './local-time.ts';

const NIGHT = Date.UTC(2026, 10, 21, 23, 5);

test('a moment has a date, a weekday and an hour of its own in each zone', () => {
  expect(localTime(NIGHT, 'UTC')).toEqual({ date: '2026-11-21', weekday: 6, hour: 23, minute: 5 });
  expect(localTime(NIGHT, 'Asia/Tokyo')).toMatchObject({ date: '2026-11-22', weekday: 7, hour: 8 });
  expect(localTime(NIGHT + 55 * 60_000, 'UTC')).toMatchObject({ hour: 0, minute: 0 });
});

test('a clock time says where it holds, in summer and in winter', () => {
  expect(zonedClock(NIGHT, 'UTC')).toBe('23:05 UTC');
  expect(zonedClock(NIGHT, 'Europe/Berlin')).toBe('00:05 CET');
  expect(zonedClock(Date.UTC(2026, 6, 1), 'Europe/Berlin')).toBe('02:00 CEST');
});

test('what is no zone is told from one', () => {
  expect(isZone('Europe/Berlin')).toBe(true);
  expect(isZone('Middle/Earth')).toBe(false);
});
