import type { Trouble } from '../transport.ts';

/** How a call to Slack ended badly. */
export type SlackFailure =
  /** Slack answered with one of its error codes. */
  | { readonly kind: 'platform'; readonly code: string; readonly needed: string | null }
  | { readonly kind: 'limited'; readonly retryAfter: number }
  /** No answer that is Slack's. `begun`: the request may have reached it. */
  | { readonly kind: 'unreachable'; readonly begun: boolean; readonly message: string };

type TroubleMaker = (where: string) => Trouble;

const refused = (message: string): TroubleMaker => {
  const hint = 'Open Settings and paste a new token. Everything you do is kept and sent then.';
  return () => ({ kind: 'refused', message, hint });
};

const parked =
  (message: (where: string) => string, hint: string): TroubleMaker =>
  (where) => ({ kind: 'parked', message: message(where), hint });

const unclear: TroubleMaker = () => ({
  kind: 'unclear',
  message: 'Slack had a failure of its own.',
});

const missingRights = refused('Slack took rights away from this token.');

/** What each of Slack's codes means for us. @see the error lists of docs.slack.dev/reference/methods */
const TROUBLES: { readonly [code: string]: TroubleMaker } = {
  invalid_auth: refused('Slack does not accept the token any more.'),
  not_authed: refused('Slack does not accept the token any more.'),
  token_revoked: refused('The Slack token was revoked.'),
  token_expired: refused('The Slack token has expired.'),
  account_inactive: refused('The Slack account of this token is no longer active.'),
  missing_scope: missingRights,
  no_permission: missingRights,
  not_allowed_token_type: refused('Slack does not allow this kind of token to do this.'),
  org_login_required: refused('The workspace is being moved by Slack.'),
  ekm_access_denied: refused('The workspace does not allow access at the moment.'),
  is_archived: parked(
    (where) => `${where} is archived in Slack.`,
    'Unarchive it in Slack, then retry.',
  ),
  channel_not_found: parked(
    (where) => `${where} cannot be seen with your Slack account.`,
    'Ask someone in the channel to invite you, then retry.',
  ),
  not_in_channel: parked(
    (where) => `You are not a member of ${where}.`,
    'Ask someone in the channel to invite you, then retry.',
  ),
  restricted_action: parked(
    (where) => `The workspace does not let you do this: ${where}.`,
    'Ask an admin of the workspace to allow it, then retry.',
  ),
  internal_error: unclear,
  fatal_error: unclear,
  service_unavailable: unclear,
  request_timeout: unclear,
};

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
    case 'platform':
      return (
        TROUBLES[failure.code]?.(where) ?? {
          kind: 'parked',
          message: `Slack refused this for ${where} (${failure.code}).`,
          hint: 'Retry. If it stays, copy the text and post it by hand.',
        }
      );
  }
}

/** The same for a read, which has no effect: not knowing is as good as not reached. */
export function readTroubleOf(failure: SlackFailure, where: string): Trouble {
  const trouble = troubleOf(failure, where);
  return trouble.kind === 'unclear' ? { kind: 'offline', message: trouble.message } : trouble;
}
