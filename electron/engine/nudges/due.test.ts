import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '#shared/base/duration.ts';
import { dueOf } from './due.ts';
import { nudge } from './rules/nudge.ts';

const NOW = 1_000 * HOUR;
const at = (minutes: number) => nudge({ rule: 'no-lead', dueAt: NOW + minutes * MINUTE, to: null });
const snoozed = (since: number, until: number) => [
  { rule: 'no-lead', subject: '', since: NOW + since * MINUTE, until: NOW + until * MINUTE },
];

describe('what is due', () => {
  test('is the latest of several due times, and stands for the earlier ones', () => {
    const { due, next } = dueOf([at(-4), at(-2), at(2)], [], NOW);
    expect(due).toEqual([{ nudge: at(-2), occasions: [at(-4), at(-2)].map((n) => n.occasion) }]);
    expect(next).toBe(NOW + 2 * MINUTE);
  });

  test('is nothing before its time', () => {
    expect(dueOf([at(1)], [], NOW)).toEqual({ due: [], next: NOW + MINUTE });
    expect(dueOf([], [], NOW).next).toBe(Number.POSITIVE_INFINITY);
  });

  test('is told apart by what it is about', () => {
    const others = ['a', 'b'].map((subject) => ({ ...at(-1), subject }));
    expect(dueOf(others, [], NOW).due).toHaveLength(2);
  });
});

describe('what was put off', () => {
  test('waits, and comes again as something new', () => {
    expect(dueOf([at(-2)], snoozed(-1, 9), NOW)).toEqual({ due: [], next: NOW + 9 * MINUTE });
    const again = dueOf([at(-2)], snoozed(-11, -1), NOW).due[0];
    expect(again?.nudge.occasion).not.toBe(at(-2).occasion);
    expect(again?.occasions).toContain(at(-2).occasion);
  });

  test('is over when a later due time has come', () => {
    expect(dueOf([at(-1)], snoozed(-30, -20), NOW).due[0]?.nudge).toEqual(at(-1));
  });

  test('by a clock that has been set back since is not put off for hours', () => {
    expect(dueOf([at(-2)], snoozed(180, 190), NOW).due).toHaveLength(1);
    // Some seconds are no reason to come again at once.
    expect(dueOf([at(-2)], snoozed(1, 11), NOW).due).toEqual([]);
  });
});
