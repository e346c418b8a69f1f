import { newSecret } from './chance.ts';
import type { Token } from './model.ts';
import type { App, Code, Grant } from './oauth-model.ts';
import type { World } from './world.ts';

/** @see docs.slack.dev/authentication/using-token-rotation */
const ACTIVE_MAX = 2;
/** @see docs.slack.dev/changelog/2026/03/30/pkce */
const REFRESH_MS = 30 * 24 * 3_600_000;
/** "After a short grace period": how short is not published. */
const GRACE_MS = 60_000;

export type Pair = { readonly access: Token; readonly refresh: string | null };

/** What a person said yes to. */
export type Granted = Pick<Code, 'app' | 'user' | 'scopes' | 'isDesktop' | 'rotates'>;

/** A first pair of tokens, or a token that lasts. */
export function grantFor(world: World, granted: Granted): Pair {
  const { app, user, scopes, isDesktop } = granted;
  const grant: Grant = { app, user, scopes, isDesktop, access: [] };
  return granted.rotates
    ? newPair(world, grant)
    : { access: addAccess(world, grant, 'xoxp-', null), refresh: null };
}

/** Another pair for a refresh token; Slack's code when that is no longer good. */
export function refreshed(world: World, given: string, app: App): Pair | string {
  const refresh = world.refreshes.get(given);
  if (refresh === undefined || refresh.grant.app !== app) return 'invalid_refresh_token';
  const now = world.clock.now();
  if (refresh.expiresAt !== null && now >= refresh.expiresAt) return 'refresh_token_expired';
  if (refresh.usedAt !== null && now >= refresh.usedAt + GRACE_MS) return 'invalid_refresh_token';
  refresh.usedAt ??= now;
  return newPair(world, refresh.grant);
}

/** Ends all that an app holds for the person whose token was revoked. */
export function endRefreshes(world: World, token: Token): void {
  for (const [given, { grant }] of world.refreshes) {
    if (grant.access.includes(token)) world.refreshes.delete(given);
  }
}

function newPair(world: World, grant: Grant): Pair {
  const now = world.clock.now();
  const access = addAccess(world, grant, 'xoxe.xoxp-1-', now + grant.app.accessSeconds * 1_000);
  const refresh = `xoxe-1-${newSecret(world)}`;
  const expiresAt = grant.app.pkce ? now + REFRESH_MS : null;
  world.refreshes.set(refresh, { grant, expiresAt, usedAt: null });
  return { access, refresh };
}

/** Two access tokens work at a time: a third ends the oldest. */
function addAccess(world: World, grant: Grant, prefix: string, expiresAt: number | null): Token {
  const { user, scopes, app } = grant;
  const access: Token = {
    token: `${prefix}${newSecret(world)}`,
    user,
    botId: null,
    scopes,
    app: app.id,
    expiresAt,
    ended: null,
  };
  world.tokens.set(access.token, access);
  const all = [...grant.access, access];
  for (const old of all.slice(0, -ACTIVE_MAX)) old.ended ??= 'token_revoked';
  grant.access = all.slice(-ACTIVE_MAX);
  return access;
}
