import { expect, test } from 'vitest';
import { endOf, type KeyTime, type KeyTimes, keyTimesOf } from './key-times.ts';

/** Statuses a minute apart, from the declaration on. */
function times(statuses: readonly string[], set: Record<string, unknown> = {}): KeyTimes {
  const history = statuses.map((status, minute) => ({ status, at: minute }));
  return keyTimesOf(0, history, (field) => set[field]);
}

/** What is known, as minutes. */
function known(all: KeyTimes): Partial<Record<KeyTime, number>> {
  const pairs = Object.entries(all).flatMap(([key, time]) => (time ? [[key, time.at]] : []));
  return Object.fromEntries(pairs);
}

test.each([
  [['triage'], { declared: 0 }],
  [['triage', 'investigating', 'fixing'], { declared: 0, acknowledged: 1 }],
  [['triage', 'resolved'], { declared: 0, resolved: 1 }],
  [
    ['triage', 'fixing', 'monitoring', 'resolved', 'closed'],
    { declared: 0, acknowledged: 1, mitigated: 2, resolved: 3, closed: 4 },
  ],
  // Reopened: what counts is the end that held.
  [
    ['triage', 'fixing', 'monitoring', 'resolved', 'fixing', 'monitoring', 'resolved'],
    { declared: 0, acknowledged: 1, mitigated: 5, resolved: 6 },
  ],
  [['triage', 'fixing', 'monitoring', 'fixing'], { declared: 0, acknowledged: 1 }],
  // A pause and a merge take nothing back.
  [
    ['triage', 'fixing', 'monitoring', 'paused', 'monitoring', 'resolved', 'merged'],
    { declared: 0, acknowledged: 1, mitigated: 2, resolved: 5 },
  ],
  [['triage', 'declined'], { declared: 0 }],
  [['triage', 'exploded', 'closed'], { declared: 0, closed: 2 }],
] as const)('%j gives %j and guesses nothing', (statuses, expected) => {
  expect(known(times(statuses))).toEqual(expected);
});

test('what a person says holds, whatever the status says', () => {
  const all = times(['triage', 'resolved'], { 'time.began': 7, 'time.resolved': 9 });
  expect(all.began).toEqual({ at: 7, by: 'set' });
  expect(all.resolved).toEqual({ at: 9, by: 'set' });
  expect(endOf(all, 1)).toBe(9);
});

test.each([['soon'], [-1], [1.5], [Number.MAX_VALUE], [null]])(
  '%j is no moment, so the status goes on saying it',
  (value) => {
    expect(times(['resolved'], { 'time.resolved': value }).resolved).toEqual({
      at: 0,
      by: 'follows',
    });
  },
);
