import { expect, it } from 'vitest';
import type { FollowUpViewT } from '#shared/contract/views/record.ts';
import { countWords, isProved, sortedFollowUps } from './follow-up-shape.ts';

const followUp = (state: string, given: Partial<FollowUpViewT> = {}): FollowUpViewT => ({
  id: state,
  by: { ref: 'name:ana', name: 'ana' },
  addedAt: 0,
  waiting: false,
  text: 'Alert on it',
  type: null,
  owner: null,
  state,
  soakUntil: null,
  due: null,
  doneWhen: '',
  issueUrl: null,
  ...given,
});

it('counts what is left to do, and keeps a state of tomorrow in sight', () => {
  const all = ['done', 'soaking', 'soaking', 'committed', 'newer'].map((state) => followUp(state));
  expect(countWords(all)).toBe('2 soaking, 1 committed');
  expect(countWords([followUp('done')])).toBe(null);
  expect(sortedFollowUps(all).map(({ state }) => state)).toEqual([
    'committed',
    'newer',
    'soaking',
    'soaking',
    'done',
  ]);
});

it('is proved by a sentence or by a link', () => {
  expect(isProved(followUp('open'))).toBe(false);
  expect(isProved(followUp('open', { doneWhen: 'The alert fired' }))).toBe(true);
  expect(isProved(followUp('open', { issueUrl: 'https://issues.test/1' }))).toBe(true);
});
