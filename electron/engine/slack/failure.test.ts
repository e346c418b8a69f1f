import { describe, expect, test } from 'vitest';
import { isRefusal, isSettled, readTroubleOf, refusalWords, troubleOf } from './failure.ts';
import { CODES } from './failure-codes.ts';

const refusal = (code: string, needed: string | null = null) =>
  ({ kind: 'platform', code, needed }) as const;

describe('every code', () => {
  test.each(Object.keys(CODES))('%s has a class, and words where a person is needed', (code) => {
    const trouble = troubleOf(refusal(code), '#inc-7f3k');
    if (trouble.kind === 'limited') expect(trouble.retryAfter).toBeGreaterThan(0);
    else expect(trouble.message).toMatch(/^[A-Z#].*\.$/);
    if (trouble.kind === 'parked' || trouble.kind === 'refused') {
      expect(trouble.hint).toMatch(/^[A-Z].*\.$/);
    }
  });
});

test.each([
  ['is_archived', 'parked', '#inc is archived in Slack.'],
  ['token_revoked', 'refused', 'The Slack token was revoked.'],
  ['fatal_error', 'unclear', 'Slack had a failure of its own.'],
  ['msg_too_long', 'parked', 'Slack does not take this as Quarterdeck made it, for #inc'],
  ['a_code_of_tomorrow', 'parked', 'Slack refused this for #inc (a_code_of_tomorrow).'],
])('%s: %s', (code, kind, message) => {
  expect(troubleOf(refusal(code), '#inc')).toMatchObject({
    kind,
    message: expect.stringContaining(message),
  });
});

test('a missing right is named, with where to add it', () => {
  expect(troubleOf(refusal('missing_scope', 'groups:write'), '#inc')).toMatchObject({
    kind: 'refused',
    hint: expect.stringContaining('Add groups:write under OAuth & Permissions'),
  });
});

test('patience that is asked for by a code is had, and no read is ever in doubt', () => {
  expect(troubleOf(refusal('message_limit_exceeded'), '#inc').kind).toBe('limited');
  expect(readTroubleOf(refusal('internal_error'), '#inc').kind).toBe('offline');
});

test('a refusal of one deed is told apart from a dead account and from a failure', () => {
  const refusals = ['is_archived', 'missing_scope', 'unheard_of', 'name_taken', 'too_long'];
  for (const code of refusals) expect([code, isRefusal(refusal(code))]).toEqual([code, true]);
  const others = ['token_revoked', 'internal_error', 'ratelimited'];
  for (const code of others) expect([code, isRefusal(refusal(code))]).toEqual([code, false]);
  expect(isSettled(refusal('already_in_channel'))).toBe(true);
  expect(refusalWords(refusal('restricted_action'), '#inc').hint).toContain('Ask an admin');
});
