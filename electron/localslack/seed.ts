import { z } from 'zod';
import type { Team, Token, User } from './model.ts';

const Scopes = z.union([z.array(z.string()), z.string().transform((text) => text.split(/[ ,]+/))]);

/** The seed file's shape: that of the `emulate` package, with an optional fixed `id` on each. */
const Seed = z.object({
  slack: z.object({
    team: z.object({ id: z.string(), name: z.string(), domain: z.string() }).partial().optional(),
    users: z
      .array(
        z.looseObject({
          id: z.string().optional(),
          name: z.string(),
          real_name: z.string().optional(),
          is_bot: z.boolean().optional(),
          deleted: z.boolean().optional(),
          profile: z.looseObject({ display_name: z.string().optional() }).optional(),
        }),
      )
      .default([]),
    channels: z
      .array(
        z.looseObject({
          id: z.string().optional(),
          name: z.string(),
          topic: z.string().optional(),
          purpose: z.string().optional(),
          is_private: z.boolean().optional(),
        }),
      )
      .default([]),
    oauth_apps: z
      .array(z.looseObject({ id: z.string().optional(), app_id: z.string().optional() }))
      .default([]),
    tokens: z
      .array(
        z.looseObject({
          token: z.string(),
          user: z.string(),
          type: z.string().optional(),
          scopes: Scopes.optional(),
          app_id: z.string().optional(),
        }),
      )
      .default([]),
  }),
});
export type SeedInput = z.input<typeof Seed>;

type SeedChannel = {
  readonly id: string | null;
  readonly name: string;
  readonly topic: string;
  readonly purpose: string;
  readonly isPrivate: boolean;
};

export type ReadSeed = {
  readonly team: Team;
  readonly users: readonly User[];
  readonly channels: readonly SeedChannel[];
  readonly tokens: readonly Token[];
};

export const LOCAL_APP = 'A0LOCAL0001';

/** Every right an app could ask for that matters here: what a seeded token has unless it says. */
export const ALL_SCOPES: readonly string[] = [
  'channels:history',
  'channels:join',
  'channels:manage',
  'channels:read',
  'channels:write',
  'chat:write',
  'groups:history',
  'groups:read',
  'groups:write',
  'team:read',
  'users:read',
];

/** Reads a seed. Throws in words when it is not one: it is written by a developer. */
export function readSeed(input: unknown): ReadSeed {
  const parsed = Seed.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`The seed has a mistake at ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { slack } = parsed.data;
  const app = slack.oauth_apps[0]?.app_id ?? slack.oauth_apps[0]?.id ?? LOCAL_APP;
  const users = slack.users.map((user, i): User => {
    return {
      id: user.id ?? `U0LOCAL${numbered(i)}`,
      name: user.name,
      realName: user.real_name ?? user.name,
      displayName: user.profile?.display_name ?? user.name,
      isBot: user.is_bot ?? false,
      deleted: user.deleted ?? false,
    };
  });
  return {
    team: {
      id: slack.team?.id ?? 'T0LOCAL0001',
      name: slack.team?.name ?? 'Local',
      domain: slack.team?.domain ?? 'local',
    },
    users,
    channels: slack.channels.map((channel) => ({
      id: channel.id ?? null,
      name: channel.name,
      topic: channel.topic ?? '',
      purpose: channel.purpose ?? '',
      isPrivate: channel.is_private ?? false,
    })),
    tokens: slack.tokens.map((token, i) => {
      const user = users.find(({ id, name }) => id === token.user || name === token.user);
      if (user === undefined) throw new Error(`The seed's token ${i + 1} names nobody it has.`);
      const isBot = token.type === 'bot' || token.token.startsWith('xoxb-');
      return {
        token: token.token,
        user: user.id,
        botId: isBot ? `B0LOCAL${numbered(i)}` : null,
        scopes: token.scopes ?? ALL_SCOPES,
        app: token.app_id ?? app,
        ended: null,
      };
    }),
  };
}

const numbered = (i: number) => String(i + 1).padStart(4, '0');

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
    tokens: [
      { token: 'xoxp-ana', user: 'ana' },
      { token: 'xoxp-ben', user: 'ben' },
      { token: 'xoxb-quarterdeck', user: 'quarterdeck' },
    ],
  },
};
