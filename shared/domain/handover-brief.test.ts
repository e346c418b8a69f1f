import { expect, test } from 'vitest';
import { type BriefState, briefSections, briefText } from './handover-brief.ts';

const state: BriefState = {
  ...{ code: 'INC-7F3K', name: 'Checkout errors', severity: 'Major', status: 'Fixing' },
  ...{ statusAge: '42 min', symptoms: 'A third of checkouts fail', scope: 'EU', impact: '' },
  ...{ trend: 'Easing', soak: null },
  hypotheses: { open: ['Bad deploy'], confirmed: [], ruledOut: ['Cold cache'] },
  actions: [
    { text: 'Roll back', owner: 'Ben', due: '02:30 UTC' },
    { text: 'Call the bank', owner: null, due: null },
  ],
  decisions: ['Roll back'],
  updates: [
    {
      audience: 'external',
      last: { at: '02:12 UTC', text: 'We are working on a fix.' },
      nextDue: '02:32 UTC',
    },
    { audience: 'internal', last: null, nextDue: null },
  ],
  ...{ channel: '#inc-checkout', links: [], people: ['Ana', 'Ben'] },
  worry: 'The queue may not drain',
};

test('a brief tells the receiver all they would ask for', () => {
  expect(briefText(briefSections(state)).split('\n')).toEqual([
    'Status: INC-7F3K Checkout errors: Major, Fixing for 42 min · A third of checkouts fail · Scope: EU · Trend: easing',
    'Live hypotheses: Bad deploy',
    'Ruled out: Cold cache',
    'Open actions: Ben: Roll back (until 02:30 UTC) · Nobody: Call the bank',
    'Decisions: Roll back',
    'Updates: External: 02:12 UTC, “We are working on a fix.”; next due 02:32 UTC · Internal: none yet; none due',
    'Where: #inc-checkout',
    'People: Ana, Ben',
    'Worried about: The queue may not drain',
  ]);
});

test('what there is none of is said on the page, and left out of the message', () => {
  const bare = { ...state, hypotheses: { open: [], confirmed: [], ruledOut: [] }, worry: '' };
  const sections = briefSections(bare);
  expect(sections.find(({ heading }) => heading === 'Ruled out')?.lines).toEqual(['None']);
  expect(briefText(sections)).not.toMatch(/None|Ruled out|Worried/);
});

test('one that is too long for a message is cut', () => {
  const long = { ...state, worry: 'x'.repeat(9_000) };
  expect(briefText(briefSections(long)).length).toBeLessThanOrEqual(5_000);
});
