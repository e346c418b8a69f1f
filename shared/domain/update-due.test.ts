import { expect, it } from 'vitest';
import { MINUTE, SECOND } from '../base/duration.ts';
import { updateDueTone, updateDueWords } from './update-due.ts';

const NOW = 1_000_000;
const due = (inMs: number, audience: 'internal' | 'external' = 'internal') =>
  ({ audience, kind: 'next', at: NOW + inMs }) as const;

it('counts down to an update, then up from when it was due', () => {
  expect(updateDueWords(due(11 * MINUTE + 20 * SECOND), NOW)).toBe('Update due in 11:20');
  expect(updateDueWords(due(1), NOW)).toBe('Update due in 0:01');
  expect(updateDueWords(due(-4 * MINUTE, 'external'), NOW)).toBe('External update overdue by 4:00');
});

it('names the messages that open the external clock', () => {
  const first = { audience: 'external', kind: 'first', at: NOW + MINUTE } as const;
  expect(updateDueWords(first, NOW)).toBe('First notice due in 1:00');
  expect(updateDueWords({ ...first, kind: 'scope' }, NOW)).toBe(
    'Update with the scope due in 1:00',
  );
});

it('is loud only once it is overdue', () => {
  expect(updateDueTone(due(6 * MINUTE), NOW)).toBe('calm');
  expect(updateDueTone(due(5 * MINUTE), NOW)).toBe('soon');
  expect(updateDueTone(due(0), NOW)).toBe('overdue');
});
