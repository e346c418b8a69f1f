import { expect, test } from 'vitest';
import { DAY } from '../base/duration.ts';
import { type AfterState, afterList, reviewDue } from './after-list.ts';

const fresh: AfterState = {
  severityConfirmed: true,
  impact: '',
  missingTimes: ['Impact began'],
  ...{ related: 0, followUps: 0, unowned: 0 },
  review: { owner: null, by: null, state: null },
};
const open = (state: AfterState) =>
  afterList(state)
    .filter(({ done }) => !done)
    .map(({ text }) => text);

test('the list says what is left to do', () => {
  expect(open(fresh)).toEqual([
    'Write the impact in numbers',
    'Set: Impact began',
    'Relate incidents like it',
    'Add follow-ups',
    'Name who writes the post-mortem',
    'Set the day of the post-mortem',
    'Review the post-mortem',
  ]);
  const most = { ...fresh, impact: 'x', missingTimes: [], related: 1, followUps: 2, unowned: 1 };
  const review = { owner: 'Ana', by: 1, state: 'reviewed' };
  expect(open({ ...most, review })).toEqual(['Give each follow-up an owner']);
  expect(open({ ...most, review, unowned: 0 })).toEqual([]);
});

test('the worst is discussed within three days, the rest within five working days', () => {
  const severities = ['minor', 'major', 'critical'];
  const friday = Date.UTC(2026, 10, 20, 12);
  const worst = reviewDue(friday, 'critical', severities, 'UTC');
  expect(worst).toEqual({ by: friday + 3 * DAY, shareBy: friday + 2 * DAY });
  expect(reviewDue(friday, 'major', severities, 'UTC').by).toBe(friday + 7 * DAY);
  const saturday = friday + DAY;
  expect(reviewDue(saturday, 'minor', severities, 'UTC').by).toBe(friday + 7 * DAY);
  // A day later where the person is.
  expect(reviewDue(friday, 'minor', severities, 'Pacific/Kiritimati').by).toBe(friday + 6 * DAY);
});
