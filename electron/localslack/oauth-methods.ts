import { createHash } from 'node:crypto';
import { type Answer, SlackError } from './answer.ts';
import { type Arguments, text } from './arguments.ts';
import { grantFor, type Pair, refreshed } from './oauth-grants.ts';
import type { App, Code } from './oauth-model.ts';
import type { World } from './world.ts';

const CODE_MS = 10 * 60_000;
/** @see RFC 7636, section 4.1 */
const VERIFIER = /^[\w.~-]{43,128}$/;

/** A method that asks for no token, since it is where tokens come from. */
export type OpenMethod = (world: World, args: Arguments) => Answer;

function appOf(world: World, args: Arguments): App {
  const app = world.apps.get(text(args, 'client_id') ?? '');
  if (app === undefined) throw new SlackError('invalid_client_id');
  return app;
}

/** A secret is asked of whoever can keep one; a wrong one is refused of all. */
function checkSecret(app: App, args: Arguments, isPublic: boolean): void {
  const given = text(args, 'client_secret');
  if (given === null && isPublic) return;
  if (app.clientSecret === null || given !== app.clientSecret) {
    throw new SlackError('bad_client_secret');
  }
}

/**
 * The code a call brings, once. Slack's page knows `invalid_code` alone; that a code was used, or is too
 * old, is told by codes of their own.
 */
function takenCode(world: World, app: App, args: Arguments, isUserFlow: boolean): Code {
  const code = world.codes.get(text(args, 'code') ?? '');
  if (code === undefined || code.app !== app) throw new SlackError('invalid_code');
  if (code.isUserFlow !== isUserFlow) throw new SlackError('oauth_authorization_url_mismatch');
  if (code.used) throw new SlackError('code_already_used');
  if (world.clock.now() >= code.madeAt + CODE_MS) throw new SlackError('code_expired');
  const redirect = text(args, 'redirect_uri');
  if (redirect === null ? code.wasNamed : redirect !== code.redirectUri) {
    throw new SlackError('bad_redirect_uri');
  }
  checkSecret(app, args, code.isDesktop && code.challenge !== null);
  checkVerifier(code, text(args, 'code_verifier'));
  code.used = true;
  return code;
}

/** Slack does not say how it refuses a verifier. */
function checkVerifier({ challenge }: Code, verifier: string | null): void {
  if (challenge === null) return;
  const isForm = verifier !== null && VERIFIER.test(verifier);
  const hash = isForm ? createHash('sha256').update(verifier).digest('base64url') : null;
  if (hash !== challenge) throw new SlackError('invalid_code_verifier');
}

/** The tokens, as they stand in an answer. */
const tokensIn = ({ accessSeconds }: App, { access, refresh }: Pair): object => ({
  access_token: access.token,
  token_type: 'user',
  scope: access.scopes.join(','),
  ...(refresh === null ? {} : { refresh_token: refresh, expires_in: accessSeconds }),
});

function about(world: World, app: App): object {
  const { id, name } = world.team;
  return { app_id: app.id, team: { id, name }, enterprise: null, is_enterprise_install: false };
}

/** A pair for a refresh token, flat in every flow. @see github.com/NVIDIA/nemoclaw-community/issues/122 */
function refresh(world: World, app: App, args: Arguments): Answer {
  const given = text(args, 'refresh_token') ?? '';
  checkSecret(app, args, world.refreshes.get(given)?.grant.isDesktop ?? app.pkce);
  const pair = refreshed(world, given, app);
  if (typeof pair === 'string') throw new SlackError(pair);
  return { ...tokensIn(app, pair), user_id: pair.access.user, ...about(world, app) };
}

function access(world: World, args: Arguments, isUserFlow: boolean): Answer {
  const app = appOf(world, args);
  const grantType = text(args, 'grant_type') ?? 'authorization_code';
  if (grantType === 'refresh_token') return refresh(world, app, args);
  if (grantType !== 'authorization_code') throw new SlackError('invalid_grant_type');
  const pair = grantFor(world, takenCode(world, app, args, isUserFlow));
  const { user } = pair.access;
  return isUserFlow
    ? { ...tokensIn(app, pair), user_id: user, ...about(world, app) }
    : { authed_user: { id: user, ...tokensIn(app, pair) }, ...about(world, app) };
}

export const OAUTH_METHODS: ReadonlyMap<string, OpenMethod> = new Map([
  ['oauth.v2.access', (world, args) => access(world, args, false)],
  ['oauth.v2.user.access', (world, args) => access(world, args, true)],
]);
