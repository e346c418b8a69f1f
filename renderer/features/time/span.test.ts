import { expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import { fromNow, NO_TIME, spanEnd, spanName } from './span.ts';

it('names spans in the largest unit that fits', () => {
  expect([10, 60, 90, 120, 1440, 2880].map(spanName)).toEqual([
    '10 min',
    '1 h',
    '90 min',
    '2 h',
    '24 h',
    '2 d',
  ]);
});

it('ends a chosen span so many minutes from now', () => {
  expect(spanEnd('20', 5)).toBe(5 + 20 * MINUTE);
  expect(spanEnd(NO_TIME, 5)).toBe(null);
});

it('never calls over what is not over yet', () => {
  expect(fromNow(4 * MINUTE + SECOND, 0)).toBe('in 5 min');
  expect(fromNow(SECOND, 0)).toBe('in 1 min');
  expect(fromNow(0, 30 * SECOND)).toBe('now');
  expect(fromNow(0, 3 * MINUTE + SECOND)).toBe('3 min ago');
  expect(fromNow(0, 5 * HOUR)).toBe('5 h ago');
});
