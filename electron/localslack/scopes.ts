import type { ChannelKind } from './model.ts';

/**
 * The scopes a method asks for, any one of them, by kind of token. Where they begin with `channels:`,
 * `groups:`, `im:` or `mpim:`, the one that fits the channel's kind is needed.
 * @see docs.slack.dev/reference/methods, each method's facts
 */
export type Scopes = { readonly bot: readonly string[]; readonly user: readonly string[] };

/** What scopes for a kind of channel begin with. */
export type ScopeFamily = 'channels' | 'groups' | 'mpim' | 'im';
const FAMILY: Readonly<Record<ChannelKind, ScopeFamily>> = {
  public_channel: 'channels',
  private_channel: 'groups',
  mpim: 'mpim',
  im: 'im',
};
export const familyOf = (kind: ChannelKind): ScopeFamily => FAMILY[kind];

const both = (...scopes: readonly string[]): Scopes => ({ bot: scopes, user: scopes });
const perKind = (bot: readonly string[], user: readonly string[]): Scopes => ({ bot, user });

export const NONE = both();
export const TEAM_READ = both('team:read');
export const USERS_READ = both('users:read');
export const CHANNELS_READ = both('channels:read', 'groups:read', 'im:read', 'mpim:read');
export const HISTORY = both('channels:history', 'groups:history', 'im:history', 'mpim:history');
export const DIRECT = both('im:write', 'mpim:write');
export const CHAT_WRITE = both('chat:write');
export const REACTIONS_READ = both('reactions:read');
export const REACTIONS_WRITE = both('reactions:write');
export const PINS_READ = both('pins:read');
export const PINS_WRITE = both('pins:write');
export const BOOKMARKS_READ = both('bookmarks:read');
export const BOOKMARKS_WRITE = both('bookmarks:write');
export const FILES_READ = both('files:read');
export const FILES_WRITE = both('files:write');
export const JOIN = perKind(['channels:join'], ['channels:write']);
export const MANAGE = perKind(
  ['channels:manage', 'channels:write', 'groups:write'],
  ['channels:write', 'groups:write'],
);
export const INVITE = perKind(
  ['channels:manage', 'channels:write.invites', 'groups:write', 'groups:write.invites'],
  ['channels:write', 'channels:write.invites', 'groups:write', 'groups:write.invites'],
);
export const TOPIC = perKind(
  ['channels:manage', 'channels:write.topic', 'groups:write', 'groups:write.topic'],
  ['channels:write', 'channels:write.topic', 'groups:write', 'groups:write.topic'],
);

const SHARED_SCOPES = [
  'bookmarks:read',
  'bookmarks:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'pins:read',
  'pins:write',
  'reactions:read',
  'reactions:write',
  'team:read',
  'users:read',
];

/** All that a person's token can be given of what is modelled here. */
export const USER_SCOPES: readonly string[] = [...SHARED_SCOPES, 'channels:write'].sort();
/** The same for a bot: it manages and joins channels under other names. */
export const BOT_SCOPES: readonly string[] = [
  ...SHARED_SCOPES,
  'channels:join',
  'channels:manage',
].sort();

/** The scopes that are lacking, as `missing_scope` names them; null when the token has one. */
export function lacking(
  asked: Scopes,
  token: { readonly botId: string | null; readonly scopes: readonly string[] },
  kind?: ScopeFamily,
): string | null {
  const every = token.botId === null ? asked.user : asked.bot;
  const fitting =
    kind === undefined ? every : every.filter((scope) => scope.startsWith(`${kind}:`));
  if (fitting.length === 0 || fitting.some((scope) => token.scopes.includes(scope))) return null;
  return fitting.join(',');
}
