import type { Trouble } from '../transport.ts';
import { CODES } from './failure-codes.ts';

/** How a call to Slack ended badly. */
export type SlackFailure =
  /** Slack answered with one of its error codes. */
  | { readonly kind: 'platform'; readonly code: string; readonly needed: string | null }
  /** ms to wait before the method is called again. */
  | { readonly kind: 'limited'; readonly retryAfter: number }
  /** No answer that is Slack's. `begun`: the request may have reached it. */
  | { readonly kind: 'unreachable'; readonly begun: boolean; readonly message: string }
  /** An answer that is Slack's and that we cannot take in. */
  | { readonly kind: 'unreadable'; readonly tooLarge: boolean };

/** How long to leave a matter alone that Slack asks patience for without saying how much. */
const PATIENCE_MS = 60_000;

const SIGN_IN =
  'Open Settings and sign in again, or paste a new token. Everything you do is kept and sent then.';

/**
 * What the sync should do about a failure.
 * @param where the channel or deed, as a person would name it
 */
export function troubleOf(failure: SlackFailure, where: string): Trouble {
  switch (failure.kind) {
    case 'limited':
      return { kind: 'limited', retryAfter: failure.retryAfter };
    case 'unreachable':
      return { kind: failure.begun ? 'unclear' : 'offline', message: failure.message };
    case 'unreadable':
      return { kind: 'unclear', message: 'Slack’s answer cannot be read.' };
    case 'platform':
      return refusalOf(failure, where);
  }
}

function refusalOf(failure: Refusal, where: string): Trouble {
  const known = CODES[failure.code];
  switch (known?.class) {
    case 'account':
      return { kind: 'refused', message: known.message, hint: SIGN_IN };
    case 'rights':
      return { kind: 'refused', message: known.message, hint: rightsHint(failure.needed) };
    case 'person':
      return { kind: 'parked', message: known.message(where), hint: known.hint };
    case 'wait':
      return { kind: 'limited', retryAfter: PATIENCE_MS };
    case 'ambiguous':
      return { kind: 'unclear', message: 'Slack had a failure of its own.' };
    case 'bug':
      return {
        kind: 'parked',
        message: `Slack does not take this as Quarterdeck made it, for ${where} (${failure.code}).`,
        hint: 'Update Quarterdeck, then retry. Until then copy the text and post it by hand.',
      };
    case 'settled':
    case undefined:
      return {
        kind: 'parked',
        message: `Slack refused this for ${where} (${failure.code}).`,
        hint: 'Retry. If it stays, copy the text and post it by hand.',
      };
  }
}

type Refusal = Extract<SlackFailure, { kind: 'platform' }>;

const rightsHint = (needed: string | null): string =>
  needed === null
    ? SIGN_IN
    : `Add ${needed} under OAuth & Permissions of your Slack app, reinstall it, then sign in again in Settings or paste the new token.`;

/** The same for a read, which has no effect: not knowing is as good as not reached. */
export function readTroubleOf(failure: SlackFailure, where: string): Trouble {
  // The next look would meet it again: no reason to call the connection down for all others.
  if (failure.kind === 'unreadable') {
    return {
      kind: 'parked',
      message: `Quarterdeck cannot read what Slack has in ${where}.`,
      hint: 'Retry. If it stays, update Quarterdeck.',
    };
  }
  const trouble = troubleOf(failure, where);
  return trouble.kind === 'unclear' ? { kind: 'offline', message: trouble.message } : trouble;
}

/** Slack said no to this deed, and only to it: the account is good, and asking again is no use. */
export function isRefusal(failure: SlackFailure): failure is Refusal {
  if (failure.kind !== 'platform') return false;
  const known = CODES[failure.code]?.class;
  return known !== 'account' && known !== 'wait' && known !== 'ambiguous';
}

/** The token, or the account behind it, is of no use any more. */
export function isDeadAccount(failure: SlackFailure): boolean {
  return failure.kind === 'platform' && CODES[failure.code]?.class === 'account';
}

/** Slack says that it is so already: what was asked for is done. */
export function isSettled(failure: SlackFailure): boolean {
  return failure.kind === 'platform' && CODES[failure.code]?.class === 'settled';
}

/** Words for a deed that Slack refused, for where the deed alone is lost. */
export function refusalWords(
  failure: Refusal,
  where: string,
): { readonly message: string; readonly hint: string } {
  const trouble = refusalOf(failure, where);
  return trouble.kind === 'parked' || trouble.kind === 'refused'
    ? { message: trouble.message, hint: trouble.hint }
    : { message: `Slack refused this for ${where} (${failure.code}).`, hint: 'Retry.' };
}
