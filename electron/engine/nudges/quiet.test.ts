import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '#shared/base/duration.ts';
import { DEFAULT_QUIET_HOURS, isOpen, nextOpen } from '#shared/domain/quiet-hours.ts';
import { wasOvernight } from './quiet.ts';

const at = (zone: string) => ({ hours: DEFAULT_QUIET_HOURS, zone });
const SATURDAY_NIGHT = Date.UTC(2026, 10, 21, 2);
const MONDAY_NINE = Date.UTC(2026, 10, 23, 9);

describe('what can wait', () => {
  test('is told on weekdays from nine to six, where the person is', () => {
    expect(isOpen(MONDAY_NINE, at('UTC'))).toBe(true);
    expect(isOpen(MONDAY_NINE - MINUTE, at('UTC'))).toBe(false);
    expect(isOpen(MONDAY_NINE + 9 * HOUR, at('UTC'))).toBe(false);
    expect(isOpen(MONDAY_NINE, at('Asia/Tokyo'))).toBe(false);
    expect(isOpen(MONDAY_NINE - 24 * HOUR, at('UTC'))).toBe(false);
  });

  test('waits for the next working morning', () => {
    expect(nextOpen(SATURDAY_NIGHT, at('UTC'))).toBe(MONDAY_NINE);
    expect(nextOpen(MONDAY_NINE + MINUTE, at('UTC'))).toBe(MONDAY_NINE + MINUTE);
    // Half an hour off the full hour of everybody else.
    expect(nextOpen(SATURDAY_NIGHT, at('Asia/Kolkata'))).toBe(Date.UTC(2026, 10, 23, 3, 30));
  });
});

test('whoever chose other hours is told in theirs', () => {
  const mine = { hours: { from: 22 * 60, to: 6 * 60 + 30, weekends: false }, zone: 'UTC' };
  expect(isOpen(SATURDAY_NIGHT, mine)).toBe(false);
  expect(nextOpen(SATURDAY_NIGHT, mine)).toBe(SATURDAY_NIGHT + 4.5 * HOUR);
});

describe('an incident', () => {
  const evening = Date.UTC(2026, 10, 20, 20);
  test('that ran into the night kept people up', () => {
    expect(wasOvernight(evening, evening + 2 * HOUR, 'UTC')).toBe(false);
    expect(wasOvernight(evening, evening + 3 * HOUR + MINUTE, 'UTC')).toBe(true);
    expect(wasOvernight(evening - HOUR, evening, 'America/New_York')).toBe(false);
    expect(wasOvernight(evening, evening + MINUTE, 'Asia/Tokyo')).toBe(false);
    expect(wasOvernight(evening - HOUR, evening - MINUTE, 'Asia/Tokyo')).toBe(true);
  });
});
