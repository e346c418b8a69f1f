import { expect, test } from 'vitest';
import { shareSummary } from './share-summary.ts';
import { evidence } from './testing/evidence.ts';

test('says what it was, how long it lasted, whose it is and what is left', () => {
  expect(shareSummary(evidence(), 'Ana')).toBe(
    'Post-mortem: INC-7F3K Checkout errors\nMajor · Lasted 1 h 20 min · Owner: Ana · 2 follow-ups, 2 open',
  );
});

test('says what there is not, and counts what is done', () => {
  expect(shareSummary(evidence({ isEmpty: true }), null)).toContain(
    'Major · Not over yet · No owner · No follow-ups',
  );
  const whole = evidence();
  const [one, ...others] = whole.followUps.map((followUp) => ({ ...followUp, state: 'done' }));
  if (one === undefined) throw new Error('there are no follow-ups');
  const open = others.map((followUp) => ({ ...followUp, state: 'open' }));
  const followUps = [one, ...open];
  expect(shareSummary({ ...whole, followUps }, null)).toContain('2 follow-ups, 1 open');
  expect(shareSummary({ ...whole, followUps: [one] }, null)).toMatch(/ 1 follow-up$/);
});
