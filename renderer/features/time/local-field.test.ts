import { expect, it } from 'vitest';
import { fromLocalField, toLocalField } from './local-field.ts';

it('writes a moment where the reader is, and reads it back', () => {
  const at = new Date(2026, 2, 1, 3, 4).getTime();
  expect(toLocalField(at)).toBe('2026-03-01T03:04');
  expect(fromLocalField(toLocalField(at))).toBe(at);
});

it('reads no moment out of a field without one', () => {
  expect(fromLocalField('')).toBe(null);
});
