import { describe, expect, test } from 'vitest';
import { type DraftState, draftText, templateFor } from './update-draft.ts';

const known: DraftState = {
  audience: 'internal',
  name: 'Checkout errors in EU',
  status: 'fixing',
  symptoms: 'A third of checkouts fail',
  scope: 'EU only.',
  impact: '120 orders lost',
  trend: 'Escalating',
  lead: 'Ana',
  began: '01:50 UTC',
  stopped: null,
  resolved: null,
  soakUntil: null,
  watchFor: '',
  review: { owner: null, by: null },
  actions: [
    { text: 'Roll back 41f2', owner: 'Ben', due: '02:30 UTC' },
    { text: 'Call the bank', owner: null, due: null },
  ],
  decisions: ['Roll back'],
  ruledOut: ['Cold cache'],
  followUps: [],
  people: [],
  told: 2,
  impactChanged: false,
};
const outside: DraftState = { ...known, audience: 'external' };

test('colleagues read conditions, actions with owners, decisions, and what is missing', () => {
  expect(draftText(known, templateFor(known))).toEqual({
    template: 'can',
    form: 'full',
    conditions: 'A third of checkouts fail. EU only. 120 orders lost. Trend: escalating.',
    actions: 'Ben: Roll back 41f2 (until 02:30 UTC)\nCall the bank\nDecided: Roll back',
    needs: 'An owner for: Call the bank',
    gaps: [],
  });
});

describe('customers', () => {
  test('read first that it is looked into, with no scope promised', () => {
    const first = { ...outside, told: 0, symptoms: '' };
    expect(draftText(first, templateFor(first))).toMatchObject({
      template: 'first-notice',
      conditions: 'We are looking into this: Checkout errors in EU. Scope is not known yet.',
      gaps: ['symptoms'],
    });
  });

  test('read then who sees what since when, and never a name', () => {
    const draft = draftText(outside, templateFor(outside));
    expect(draft).toMatchObject({
      template: 'scope',
      conditions: 'A third of checkouts fail. EU only. 120 orders lost. Since 01:50 UTC.',
      actions: 'We are working on a fix.',
    });
    expect(JSON.stringify(draft)).not.toMatch(/Ben|Ana|Decided|41f2/);
  });
});

test('no news says what was ruled out, and claims no more than is known', () => {
  expect(draftText(known, 'no-news')).toMatchObject({
    form: 'no-news',
    conditions: 'Still working on a fix. Ruled out: Cold cache. No change in impact.',
  });
  expect(draftText({ ...outside, impactChanged: true }, 'no-news').conditions).toBe(
    'Still working on a fix.',
  );
});

test('recovery says when it stopped and until when it is watched', () => {
  const watched = {
    ...outside,
    status: 'monitoring',
    stopped: '02:40 UTC',
    soakUntil: '03:10 UTC',
    watchFor: 'Error rate below 1 %',
  };
  expect(draftText(watched, templateFor(watched)).conditions).toBe(
    'It stopped at 02:40 UTC: A third of checkouts fail. Watching until 03:10 UTC.',
  );
});

test('the end says how long it lasted and when the post-mortem comes', () => {
  const over = {
    ...known,
    status: 'resolved',
    resolved: '03:10 UTC',
    review: { owner: 'Ana', by: '26 Nov 2026' },
  };
  expect(draftText(over, templateFor(over)).conditions).toBe(
    'Resolved at 03:10 UTC. 120 orders lost. It lasted from 01:50 UTC to 03:10 UTC. Post-mortem by 26 Nov 2026, owner Ana.',
  );
  const bare = { ...over, impact: '', began: null, review: { owner: null, by: null } };
  expect(draftText(bare, 'resolved')).toMatchObject({
    conditions: 'Resolved at 03:10 UTC.',
    gaps: ['impact', 'began', 'review'],
  });
});
