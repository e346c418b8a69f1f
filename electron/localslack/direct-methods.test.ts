import { beforeEach, describe, expect, test } from 'vitest';
import { SMALL_TEAM } from './seed.ts';
import {
  ANA,
  BEN,
  BOT,
  clientOf,
  GENERAL,
  refusal,
  type SmallTeam,
  smallTeam,
} from './testing/small-team.ts';

let team: SmallTeam;
beforeEach(() => {
  team = smallTeam();
});

const metadata = { event_type: 'ours', event_payload: { n: 1 } };

describe('a note to oneself', () => {
  test('is opened by one’s own id, posted to, read back with metadata, and taken away', async () => {
    const { ana } = team;
    const opened = await ana.conversations.open({ users: ANA, return_im: true });
    const channel = opened.channel?.id ?? '';
    expect(opened.channel).toMatchObject({ id: channel, is_im: true, user: ANA });
    const { ts = '' } = await ana.chat.postMessage({ channel, text: 'probe', metadata });
    const read = async () =>
      (await ana.conversations.history({ channel, include_all_metadata: true })).messages;
    expect(await read()).toEqual([expect.objectContaining({ ts, text: 'probe', metadata })]);
    await ana.chat.delete({ channel, ts });
    expect(await read()).toEqual([]);
  });

  test('is also where a post to one’s own id goes', async () => {
    const { ana } = team;
    const posted = await ana.chat.postMessage({ channel: ANA, text: 'to me' });
    const again = await ana.conversations.open({ users: ANA });
    expect(posted.channel).toMatch(/^D[A-Z0-9]{10}$/);
    expect(again).toMatchObject({ already_open: true, no_op: true });
    expect(again.channel).toEqual({ id: posted.channel });
  });
});

describe('a direct message', () => {
  test('is the same from both sides, and no third can see that it is there', async () => {
    const { slack, ana, ben, bot } = team;
    const { channel } = await ana.chat.postMessage({ channel: BEN, text: 'hello' });
    const other = await ben.conversations.open({ users: ANA, return_im: true });
    expect(other.channel).toMatchObject({ id: channel, user: ANA });
    expect((await ben.conversations.history({ channel: channel ?? '' })).messages).toHaveLength(1);
    expect(await refusal(bot.conversations.history({ channel: channel ?? '' }))).toBe(
      'channel_not_found',
    );
    expect(slack.channels().find(({ id }) => id === channel)?.kind).toBe('im');
  });

  test('is listed when direct messages are asked for, and only then', async () => {
    const { ana } = team;
    const { channel } = await ana.chat.postMessage({ channel: BEN, text: 'hello' });
    const ids = async (types?: string) =>
      (await ana.users.conversations(types === undefined ? {} : { types })).channels?.map(
        ({ id }) => id,
      );
    expect(await ids('im')).toEqual([channel]);
    expect(await ids()).not.toContain(channel);
    const { channels } = await ana.conversations.list({ types: 'im,mpim' });
    expect(channels).toEqual([expect.objectContaining({ id: channel, is_im: true, user: BEN })]);
    expect(channels?.[0]).not.toHaveProperty('name');
  });

  test('knows who is in it, and describes itself', async () => {
    const { channel = '' } = await team.ana.chat.postMessage({ channel: BEN, text: 'hello' });
    const { members } = await team.ben.conversations.members({ channel });
    expect(members).toEqual([ANA, BEN]);
    const { channel: shape } = await team.ben.conversations.info({ channel });
    expect(shape).toMatchObject({ id: channel, is_im: true, user: ANA });
  });

  test('a bot writes to people without more scopes, and never to a bot', async () => {
    const tokens = [
      { token: 'xoxb-quarterdeck', user: 'quarterdeck', scopes: ['chat:write', 'im:write'] },
    ];
    const { slack } = smallTeam({ seed: { slack: { ...SMALL_TEAM.slack, tokens } } });
    const bot = clientOf(slack, 'xoxb-quarterdeck');
    expect(await refusal(bot.chat.postMessage({ channel: ANA, text: 'beep' }))).toBe('ok');
    expect(await refusal(bot.chat.postMessage({ channel: BOT, text: 'beep' }))).toBe(
      'cannot_dm_bot',
    );
    expect(await refusal(bot.conversations.open({ users: BOT }))).toBe('cannot_dm_bot');
    expect(await refusal(bot.conversations.open({ users: `${ANA},${BEN}` }))).toBe('missing_scope');
  });

  test('has no name, no end and no guests', async () => {
    const { ana } = team;
    const { channel = '' } = await ana.chat.postMessage({ channel: BEN, text: 'hello' });
    const refusals = await Promise.all([
      refusal(ana.conversations.archive({ channel })),
      refusal(ana.conversations.rename({ channel, name: 'us' })),
      refusal(ana.conversations.setTopic({ channel, topic: 'us' })),
      refusal(ana.conversations.invite({ channel, users: BOT })),
      refusal(ana.conversations.kick({ channel, user: BEN })),
      refusal(ana.conversations.leave({ channel })),
      refusal(ana.conversations.join({ channel })),
    ]);
    expect(new Set(refusals)).toEqual(new Set(['method_not_supported_for_channel_type']));
  });
});

describe('a group’s conversation', () => {
  test('is one for the same people, in whatever order they are named', async () => {
    const { ana, ben } = team;
    const { channel } = await ana.conversations.open({ users: `${BEN},${BOT}`, return_im: true });
    expect(channel).toMatchObject({ is_mpim: true, name: 'mpdm-ana--ben--quarterdeck-1' });
    const again = await ben.conversations.open({ users: `${BOT},${ANA}` });
    expect(again.channel?.id).toBe(channel?.id);
    const { channels } = await ben.users.conversations({ types: 'mpim' });
    expect(channels?.map(({ id }) => id)).toEqual([channel?.id]);
  });
});

test.each([
  [{}, 'users_list_not_supplied'],
  [{ users: 'U0NOBODY001' }, 'user_not_found'],
  [{ users: BEN, prevent_creation: true }, 'channel_not_found'],
  [{ channel: GENERAL }, 'method_not_supported_for_channel_type'],
  [{ channel: 'D0NOWHERE01' }, 'channel_not_found'],
  [{ users: Array.from({ length: 9 }, (_, i) => `U${i}`).join(',') }, 'too_many_users'],
])('opening %o is answered with %s', async (args, code) => {
  expect(await refusal(team.ana.apiCall('conversations.open', args))).toBe(code);
});

test('nobody is written to who left or was never there', async () => {
  const users = [
    { id: ANA, name: 'ana' },
    { id: BEN, name: 'ben', deleted: true },
  ];
  const tokens = [{ token: 'xoxp-ana', user: 'ana' }];
  const { ana } = smallTeam({ seed: { slack: { users, tokens } } });
  expect(await refusal(ana.conversations.open({ users: BEN }))).toBe('user_disabled');
  expect(await refusal(ana.chat.postMessage({ channel: 'U0NOBODY001', text: 'x' }))).toBe(
    'channel_not_found',
  );
});
