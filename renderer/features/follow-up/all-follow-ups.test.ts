import { expect, it } from 'vitest';
import { DAY } from '#shared/base/duration.ts';
import type { FollowUpOfViewT } from '#shared/contract/views/record.ts';
import { dueWords, filtered, issueName, ownersOf } from './all-follow-ups.ts';

const ana = { ref: 'name:ana', name: 'ana' };
const ben = { ref: 'U2', name: 'Ben' };
const NOW = 100 * DAY;

const followUp = (id: string, given: Partial<FollowUpOfViewT>): FollowUpOfViewT => ({
  ...{ id, by: ana, addedAt: 0, waiting: false, text: id, type: null, owner: null, state: 'open' },
  ...{ soakUntil: null, due: null, doneWhen: '', issueUrl: null },
  ...{ incident: 'i' as never, code: 'INC-1', name: 'Slow', private: false },
  ...given,
});

it('shows what is open, what is mine and what is overdue; what is settled is none of it', () => {
  const all = [
    followUp('late', { due: NOW - DAY, owner: ana }),
    followUp('later', { due: NOW + DAY, owner: ben }),
    followUp('done', { state: 'done', due: NOW - DAY, owner: ana }),
  ];
  const ids = (list: readonly FollowUpOfViewT[]) => list.map(({ id }) => id);
  const shown = filtered(all, { me: ana.ref, now: NOW });
  expect(ids(shown.open)).toEqual(['late', 'later']);
  expect(ids(shown.mine)).toEqual(['late']);
  expect(ids(shown.overdue)).toEqual(['late']);
  expect(ids(shown.all)).toEqual(['late', 'later', 'done']);
  expect(filtered([followUp('nobody', {})], { me: null, now: NOW }).mine).toEqual([]);
});

it('says when it is due in the fewest words', () => {
  expect(dueWords(followUp('a', { due: NOW + 3 * DAY }), NOW)).toBe('in 3 d');
  expect(dueWords(followUp('a', { due: NOW - 3 * DAY }), NOW)).toBe('3 d late');
  expect(dueWords(followUp('a', { due: NOW }), NOW)).toBe('now');
  expect(dueWords(followUp('a', { state: 'soaking', soakUntil: NOW + 2 * DAY }), NOW)).toBe(
    'soaks 2 d',
  );
  expect(dueWords(followUp('a', { state: 'soaking', soakUntil: NOW }), NOW)).toBe('soaked');
  expect(dueWords(followUp('a', { state: 'done', due: NOW - DAY }), NOW)).toBe('');
  expect(dueWords(followUp('a', {}), NOW)).toBe('');
});

it('offers whoever owns one already beside the workspace', () => {
  expect(ownersOf([ana], [followUp('a', { owner: ben }), followUp('b', { owner: ana })])).toEqual([
    ana,
    ben,
  ]);
});

it('calls an issue as people do', () => {
  expect(issueName('https://github.com/acme/shop/issues/12')).toBe('acme/shop#12');
  expect(issueName('https://tracker.acme.test/browse/OPS-12')).toBe('tracker.acme.test');
});
