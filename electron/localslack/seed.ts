import { z } from 'zod';
import type { Team, Token, User } from './model.ts';
import type { App } from './oauth-model.ts';
import { BOT_SCOPES, USER_SCOPES } from './scopes.ts';

const Scopes = z.union([
  z.array(z.string()),
  z.string().transform((text) => text.split(/[ ,]+/).filter((scope) => scope !== '')),
]);
const words = z.string().optional();
const mark = z.boolean().optional();

const SeedUser = z.looseObject({
  id: words,
  name: z.string(),
  real_name: words,
  email: words,
  is_bot: mark,
  is_admin: mark,
  deleted: mark,
  profile: z.looseObject({ display_name: words, real_name: words, email: words }).optional(),
});
const SeedChannel = z.looseObject({
  id: words,
  name: z.string(),
  topic: words,
  purpose: words,
  is_private: mark,
  /** Names or ids; every person when not said. */
  members: z.array(z.string()).optional(),
});
const SeedToken = z.looseObject({
  token: z.string(),
  /** A name or an id. */
  user: words,
  user_id: words,
  type: words,
  scopes: Scopes.optional(),
  app_id: words,
  bot_id: words,
});

const Redirect = z.string().refine((uri) => URL.canParse(uri), 'no address');
const SeedApp = z.looseObject({
  id: words,
  app_id: words,
  client_id: words,
  client_secret: words,
  name: words,
  redirect_uris: z.array(Redirect).default([]),
  /** As in an app's manifest; both without a secret, and neither with one, when not said. */
  pkce_enabled: mark,
  token_rotation_enabled: mark,
  /** For how long its access tokens work where they rotate; twelve hours when not said. */
  token_seconds: z.number().positive().optional(),
});

/** The seed file's shape: that of the `emulate` package, with an optional fixed `id` on each. */
const Seed = z.object({
  slack: z.object({
    team: z.looseObject({ id: words, name: words, domain: words }).optional(),
    users: z.array(SeedUser).default([]),
    bots: z.array(z.looseObject({ id: words, name: z.string() })).default([]),
    channels: z.array(SeedChannel).default([]),
    oauth_apps: z.array(SeedApp).default([]),
    tokens: z.array(SeedToken).default([]),
  }),
});
export type SeedInput = z.input<typeof Seed>;
type SlackSeed = z.output<typeof Seed>['slack'];

export type SeededChannel = {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly purpose: string;
  readonly isPrivate: boolean;
  /** Ids. */
  readonly members: readonly string[];
};

export type ReadSeed = {
  readonly team: Team;
  readonly users: readonly User[];
  readonly channels: readonly SeededChannel[];
  readonly tokens: readonly Token[];
  readonly apps: readonly App[];
};

export const LOCAL_APP = 'A0LOCAL0001';
/** @see docs.slack.dev/authentication/using-token-rotation */
const ACCESS_SECONDS = 43_200;

/** Reads a seed. Throws in words when it is not one: it is written by a developer. */
export function readSeed(input: unknown): ReadSeed {
  const parsed = Seed.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`The seed has a mistake at ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { slack } = parsed.data;
  const users = usersOf(slack);
  refuseTwice('users', users, ['id', 'name']);
  const channels = slack.channels.map((channel, i) => seededChannel(channel, i, users));
  refuseTwice('channels', channels, ['id', 'name']);
  const tokens = tokensOf(slack, users);
  refuseTwice('tokens', tokens, ['token']);
  const apps = slack.oauth_apps.map(appOf);
  refuseTwice('oauth_apps', apps, ['id', 'clientId']);
  return {
    team: {
      id: slack.team?.id ?? 'T0LOCAL0001',
      name: slack.team?.name ?? 'Local',
      domain: slack.team?.domain ?? 'local',
    },
    users,
    channels,
    tokens,
    apps,
  };
}

/** What has the same id or name as another would silently take its place. */
function refuseTwice<T extends object>(
  list: string,
  items: readonly T[],
  fields: readonly (keyof T & string)[],
): void {
  for (const field of fields) {
    const seen = new Map<unknown, number>();
    for (const [i, item] of items.entries()) {
      const before = seen.get(item[field]);
      if (before !== undefined) {
        throw new Error(
          `The seed has a mistake at slack.${list}.${i}.${field}: ${item[field]} is also that of slack.${list}.${before}`,
        );
      }
      seen.set(item[field], i);
    }
  }
}

const numbered = (i: number) => String(i + 1).padStart(4, '0');

function usersOf({ users, bots }: SlackSeed): User[] {
  const given: readonly SlackSeed['users'][number][] = [
    ...users,
    ...bots.map(({ id, name }) => ({ id, name, is_bot: true })),
  ];
  return given.map((user, i) => {
    const realName = user.profile?.real_name ?? user.real_name ?? user.name;
    return {
      id: user.id ?? `U0LOCAL${numbered(i)}`,
      name: user.name,
      realName,
      displayName: user.profile?.display_name ?? user.name,
      isBot: user.is_bot ?? false,
      isAdmin: user.is_admin ?? false,
      deleted: user.deleted ?? false,
    };
  });
}

const userNamed = (users: readonly User[], named: string | undefined): User | undefined =>
  users.find(({ id, name }) => id === named || name === named);

function seededChannel(
  channel: SlackSeed['channels'][number],
  i: number,
  users: readonly User[],
): SeededChannel {
  const people = users.filter(({ isBot }) => !isBot).map(({ id }) => id);
  const members = channel.members?.map((named) => {
    const user = userNamed(users, named);
    if (user === undefined)
      throw new Error(
        `The seed has a mistake at slack.channels.${i}.members: #${channel.name} has a member, ${named}, unknown to it`,
      );
    return user.id;
  });
  return {
    id: channel.id ?? `C0LOCAL${numbered(i)}`,
    name: channel.name,
    topic: channel.topic ?? '',
    purpose: channel.purpose ?? '',
    isPrivate: channel.is_private ?? false,
    members: members ?? people,
  };
}

function appOf(app: SlackSeed['oauth_apps'][number], i: number): App {
  const clientSecret = app.client_secret ?? null;
  const pkce = app.pkce_enabled ?? clientSecret === null;
  return {
    id: appIdOf(app, i),
    clientId: app.client_id ?? `1.${i + 1}`,
    clientSecret,
    name: app.name ?? 'App',
    redirectUris: app.redirect_uris,
    pkce,
    rotation: app.token_rotation_enabled ?? pkce,
    accessSeconds: app.token_seconds ?? ACCESS_SECONDS,
  };
}

const appIdOf = ({ app_id, id }: SlackSeed['oauth_apps'][number], i: number): string =>
  app_id ?? id ?? (i === 0 ? LOCAL_APP : `A0LOCAL${numbered(i)}`);

function tokensOf(slack: SlackSeed, users: readonly User[]): Token[] {
  const [first] = slack.oauth_apps;
  const app = first === undefined ? LOCAL_APP : appIdOf(first, 0);
  return slack.tokens.map((token, i) => {
    const user = userNamed(users, token.user_id ?? token.user);
    if (user === undefined) {
      throw new Error(
        `The seed has a mistake at slack.tokens.${i}: the token names nobody there is (${token.user_id ?? token.user ?? 'no user'})`,
      );
    }
    const isBot = user.isBot || token.type === 'bot' || token.token.startsWith('xoxb-');
    return {
      token: token.token,
      user: user.id,
      botId: isBot ? (token.bot_id ?? `B0LOCAL${numbered(users.indexOf(user))}`) : null,
      scopes: token.scopes ?? (isBot ? BOT_SCOPES : USER_SCOPES),
      app: token.app_id ?? app,
      expiresAt: null,
      ended: null,
    };
  });
}

/** A small team for trying things out: two people and a bot. */
export const SMALL_TEAM: SeedInput = {
  slack: {
    team: { id: 'T0ACME00001', name: 'Acme', domain: 'acme' },
    users: [
      {
        id: 'U0ANA000001',
        name: 'ana',
        real_name: 'Ana Lovelace',
        profile: { display_name: 'Ana' },
      },
      { id: 'U0BEN000001', name: 'ben', real_name: 'Ben Okri', profile: { display_name: 'Ben' } },
      { id: 'U0BOT000001', name: 'quarterdeck', real_name: 'Quarterdeck', is_bot: true },
    ],
    channels: [
      { id: 'C0GENERAL01', name: 'general' },
      { id: 'C0RANDOM001', name: 'random' },
    ],
    oauth_apps: [
      {
        app_id: LOCAL_APP,
        client_id: '1111.2222',
        name: 'Quarterdeck',
        redirect_uris: [
          'quarterdeck://oauth',
          'http://localhost:47100/oauth',
          'http://localhost:47101/oauth',
          'http://localhost:47102/oauth',
        ],
      },
    ],
    tokens: [
      { token: 'xoxp-ana', user: 'ana' },
      { token: 'xoxp-ben', user: 'ben' },
      { token: 'xoxb-quarterdeck', user: 'quarterdeck' },
    ],
  },
};
