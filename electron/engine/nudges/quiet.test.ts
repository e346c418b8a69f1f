import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '#shared/base/duration.ts';
import { isOpen, nextOpen, wasOvernight } from './quiet.ts';

const SATURDAY_NIGHT = Date.UTC(2026, 10, 21, 2);
const MONDAY_NINE = Date.UTC(2026, 10, 23, 9);

describe('what can wait', () => {
  test('is told on weekdays from nine to six, where the person is', () => {
    expect(isOpen(MONDAY_NINE, 'UTC')).toBe(true);
    expect(isOpen(MONDAY_NINE - MINUTE, 'UTC')).toBe(false);
    expect(isOpen(MONDAY_NINE + 9 * HOUR, 'UTC')).toBe(false);
    expect(isOpen(MONDAY_NINE, 'Asia/Tokyo')).toBe(false);
    expect(isOpen(MONDAY_NINE - 24 * HOUR, 'UTC')).toBe(false);
  });

  test('waits for the next working morning', () => {
    expect(nextOpen(SATURDAY_NIGHT, 'UTC')).toBe(MONDAY_NINE);
    expect(nextOpen(MONDAY_NINE + MINUTE, 'UTC')).toBe(MONDAY_NINE + MINUTE);
    // Half an hour off the full hour of everybody else.
    expect(nextOpen(SATURDAY_NIGHT, 'Asia/Kolkata')).toBe(Date.UTC(2026, 10, 23, 3, 30));
  });
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
