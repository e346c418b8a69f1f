import { expect, it } from 'vitest';
import { MINUTE } from '#shared/base/duration.ts';
import { nextByChoices, nextByKey, nextByTime } from './next-by.ts';

const NOW = Date.UTC(2026, 10, 21, 2, 0);

it('promises so many minutes from when it is posted, not from when it was begun', () => {
  const key = nextByKey(NOW + 20 * MINUTE, NOW, false);
  expect(nextByTime(key, NOW + 3 * MINUTE)).toBe(NOW + 23 * MINUTE);
});

it('keeps the end of a watch where it is', () => {
  const key = nextByKey(NOW + 20 * MINUTE, NOW, true);
  expect(nextByTime(key, NOW + 3 * MINUTE)).toBe(NOW + 20 * MINUTE);
  expect(nextByChoices(key, NOW, 'UTC')[0]).toEqual({ key, name: '02:20 UTC' });
});

it('offers what the cadence says among the usual spans', () => {
  const names = nextByChoices('25', NOW, 'UTC').map(({ name }) => name);
  expect(names).toContain('in 25 min · 02:25 UTC');
  expect(names.at(-1)).toBe('No time promised');
});

it('promises nothing where nothing is due', () => {
  expect(nextByTime(nextByKey(null, NOW, false), NOW)).toBe(null);
});
