import { expect, test } from 'vitest';
import { DAY, HOUR } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { Snapshot } from '../snapshot.ts';
import { review } from './after.ts';

const ENDED = Date.UTC(2026, 10, 20, 12);

function over(days: number, state: string | null = null): Snapshot {
  return {
    now: ENDED + days * DAY,
    zone: 'UTC',
    incident: {
      ...{ id: '' as IncidentId, code: 'INC-1', name: 'x', severity: 'major', status: 'resolved' },
      ...{ private: false, summary: '', impact: '', lead: 'name:ana' },
      ...{ declaredAt: ENDED - HOUR, endedAt: ENDED },
    },
    situation: {
      ...{ symptoms: '', scope: '', trend: null, statusReason: '', severityConfirmed: true },
      ...{ longEvery: null, retrospective: false, soak: null, madeAt: ENDED - HOUR },
      review: { owner: 'name:ben', by: null, state },
    },
    ...{ isRunning: false, leadSince: 0, statusSince: ENDED, updatesDue: [], comms: null },
    ...{ actions: [], decisions: [], offers: [], followUps: [] },
  };
}

const due = (snapshot: Snapshot) =>
  review(snapshot)
    .filter(({ dueAt }) => dueAt <= snapshot.now)
    .map(({ dueAt }) => (dueAt - ENDED) / DAY);

test('the post-mortem is asked for daily from the second day, weekly in review, then no more', () => {
  expect(due(over(1.9))).toEqual([]);
  expect(due(over(4.5))).toEqual([2, 3, 4]);
  expect(due(over(20, 'in-review'))).toEqual([2, 9, 16]);
  expect(due(over(20, 'reviewed'))).toEqual([]);
  expect(due(over(100)).at(-1)).toBe(89);
  expect(review(over(4.5))[0]).toMatchObject({ to: ['name:ben'], canWait: true });
});
