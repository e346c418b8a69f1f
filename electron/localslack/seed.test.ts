import { expect, test } from 'vitest';
import { readSeed, SMALL_TEAM } from './seed.ts';
import { clientOf, refusal, setClock } from './testing/small-team.ts';
import { createWorkspace } from './workspace.ts';

const workspace = (seed: unknown) =>
  createWorkspace({ seed: readable(seed), clock: setClock(), random: () => 0 });
const readable = (seed: unknown) => seed as typeof SMALL_TEAM;

test('an emulate seed is taken as it is', async () => {
  const slack = workspace({
    slack: {
      team: { name: 'My Workspace', domain: 'my-workspace' },
      users: [
        {
          name: 'developer',
          real_name: 'Developer',
          email: 'dev@example.com',
          profile: { title: 'Local Developer', status_emoji: ':computer:' },
          presence: 'active',
        },
      ],
      channels: [{ name: 'general', topic: 'General discussion' }],
      bots: [{ name: 'my-bot' }],
      oauth_apps: [
        { client_id: '12345.67890', client_secret: 's', app_id: 'A000000001', name: 'My App' },
      ],
      tokens: [
        { token: 'xoxb-local-test', user: 'developer', scopes: ['chat:write', 'users:read'] },
        { token: 'xoxb-my-bot', user: 'my-bot', scopes: 'chat:write users:read' },
      ],
      incoming_webhooks: [{ channel: 'general' }],
      signing_secret: 's',
    },
  });
  const client = clientOf(slack, 'xoxb-my-bot');
  expect(await client.auth.test()).toMatchObject({ user: 'my-bot', team: 'My Workspace' });
  const { members = [] } = await client.users.list({});
  expect(members.map(({ name, is_bot }) => [name, is_bot])).toEqual([
    ['developer', false],
    ['my-bot', true],
    ['slackbot', false],
  ]);
  const post = { channel: 'general', text: 'x' };
  expect(await refusal(clientOf(slack, 'xoxb-local-test').chat.postMessage(post))).toBe('ok');
  expect(await refusal(client.chat.postMessage(post))).toBe('not_in_channel');
});

test('ids and members can be fixed', () => {
  const { users, channels } = readSeed({
    slack: {
      users: [
        { id: 'U1', name: 'ana' },
        { id: 'U2', name: 'ben' },
      ],
      channels: [{ id: 'C1', name: 'hidden', is_private: true, members: ['ben'] }],
    },
  });
  expect(users.map(({ id }) => id)).toEqual(['U1', 'U2']);
  expect(channels).toMatchObject([{ id: 'C1', isPrivate: true, members: ['U2'] }]);
});

test.each([
  [{}, 'The seed has a mistake at slack'],
  [{ slack: { users: [{}] } }, 'The seed has a mistake at slack.users.0.name'],
  [
    { slack: { tokens: [{ token: 'x', user: 'nobody' }] } },
    'slack.tokens.0: the token names nobody there is (nobody)',
  ],
  [
    { slack: { channels: [{ name: 'a', members: ['x'] }] } },
    'slack.channels.0.members: #a has a member, x, unknown to it',
  ],
  [
    { slack: { users: [{ name: 'ana' }, { name: 'ana' }] } },
    'slack.users.1.name: ana is also that of slack.users.0',
  ],
  [
    { slack: { users: [{ id: 'U1', name: 'ana' }], bots: [{ id: 'U1', name: 'bot' }] } },
    'slack.users.1.id: U1 is also that of slack.users.0',
  ],
  [
    {
      slack: {
        users: [{ name: 'ana' }],
        tokens: [
          { token: 'x', user: 'ana' },
          { token: 'x', user: 'ana' },
        ],
      },
    },
    'slack.tokens.1.token: x is also that of slack.tokens.0',
  ],
])('a mistake in %o is told in words', (seed, words) => {
  expect(() => readSeed(seed)).toThrow(words);
});

test('the small team has two people and a bot, with all that such tokens can have', () => {
  const { tokens } = readSeed(SMALL_TEAM);
  expect(tokens.map(({ token, botId }) => [token, botId === null])).toEqual([
    ['xoxp-ana', true],
    ['xoxp-ben', true],
    ['xoxb-quarterdeck', false],
  ]);
  expect(tokens[0]?.scopes).toContain('channels:write');
  expect(tokens[2]?.scopes).toContain('channels:join');
});
