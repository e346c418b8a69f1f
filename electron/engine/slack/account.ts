import { z } from 'zod';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import { USER_SCOPES } from '#shared/domain/slack-app.ts';
import type { Account } from '../account.ts';
import type { WayIn } from '../transport.ts';
import type { SlackCall } from './client.ts';
import type { SlackFailure } from './failure.ts';

/** A bot token has two rights under other names. */
const BOT_SCOPES = [
  'channels:history',
  'channels:join',
  'channels:manage',
  'channels:read',
  'chat:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'users:read',
] as const;

const AuthTest = z.object({
  url: z.string(),
  team: z.string(),
  team_id: z.string(),
  user: z.string(),
  user_id: z.string(),
  bot_id: z.string().optional(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** Asks Slack whose token this is, and what it may do. */
export async function readAccount(call: SlackCall): Promise<Result<Checked, SlackFailure>> {
  const answer = await call('auth.test', {}, AuthTest);
  if (!answer.ok) return answer;
  const { value } = answer;
  const account: Account = {
    team: value.team_id,
    teamName: value.team,
    teamUrl: value.url,
    user: value.user_id,
    userName: value.user,
    bot: value.bot_id !== undefined,
  };
  return ok({ account, missing: missingScopes(account, value.response_metadata?.scopes) });
}

export type Checked = { readonly account: Account; readonly missing: readonly string[] };

/** Slack names a token's rights in a header; a server that does not is believed until it refuses. */
function missingScopes(
  account: Account,
  granted: readonly string[] | undefined,
): readonly string[] {
  if (granted === undefined) return [];
  const needed: readonly string[] = account.bot ? BOT_SCOPES : USER_SCOPES;
  return needed.filter((scope) => !granted.includes(scope));
}

const SLACK_TOKEN = /^xox[a-z]?[a-z]?[-.][\w.-]+$/;

/** Words for a token that cannot be right, before anybody is asked. */
export function tokenShape(token: string): Result<void, ContractError> {
  if (token === '') {
    return err(contractError('invalid_input', 'Paste a Slack token first.'));
  }
  if (token.startsWith('xapp-')) {
    return err(
      contractError(
        'slack_token_rejected',
        'This is an app-level token; it cannot read or post.',
        'Paste the user token (xoxp-…) or the bot token (xoxb-…) of your Slack app.',
      ),
    );
  }
  if (!SLACK_TOKEN.test(token)) {
    return err(
      contractError(
        'slack_token_rejected',
        'This is not a Slack token.',
        'It starts with xoxp- or xoxb-: find it under OAuth & Permissions of your Slack app.',
      ),
    );
  }
  return ok(undefined);
}

const SIGN_IN_AGAIN = 'Press Sign in with Slack to try again.';

/** Words for a token that Slack, or the network, refused. */
export function connectError(failure: SlackFailure, way: WayIn): ContractError {
  switch (failure.kind) {
    case 'limited':
      return contractError(
        'slack_unreachable',
        'Slack asks for a pause before the next try.',
        `Try again in ${Math.ceil(failure.retryAfter / 1000)} s.`,
      );
    case 'unreachable':
    case 'unreadable':
      return contractError(
        'slack_unreachable',
        failure.kind === 'unreadable' ? 'Slack’s answer cannot be read.' : failure.message,
        way === 'paste'
          ? 'Check the network, then connect again. The token was not kept.'
          : `Check the network. ${SIGN_IN_AGAIN}`,
      );
    case 'platform':
      return contractError(
        'slack_token_rejected',
        `Slack does not accept this ${way === 'paste' ? 'token' : 'sign-in'} (${failure.code}).`,
        way === 'paste'
          ? 'Copy the whole token once more from OAuth & Permissions of your Slack app.'
          : SIGN_IN_AGAIN,
      );
  }
}

export function missingScopesError(missing: readonly string[], way: WayIn): ContractError {
  const next = way === 'paste' ? 'reinstall it, paste the new token.' : 'then sign in again.';
  return contractError(
    'slack_scopes_missing',
    `This token lacks ${missing.length === 1 ? 'a scope' : `${missing.length} scopes`}: ${missing.join(', ')}.`,
    `Add them under OAuth & Permissions of your Slack app, ${next}`,
  );
}
