import { beforeEach, describe, expect, test } from 'vitest';
import { SMALL_TEAM } from './seed.ts';
import {
  ANA,
  BEN,
  clientOf,
  GENERAL,
  refusal,
  type SmallTeam,
  smallTeam,
} from './testing/small-team.ts';

const metadata = { event_type: 'ours', event_payload: { body: '[]', n: 1 } };
let team: SmallTeam;
let channel: string;
beforeEach(() => {
  team = smallTeam();
  channel = team.slack.as(ANA).create('inc-1');
});

async function post(text: string, args: object = {}): Promise<string> {
  return (await team.ana.chat.postMessage({ channel, text, ...args })).ts ?? '';
}

async function newest() {
  const { messages } = await team.ana.conversations.history({
    channel,
    include_all_metadata: true,
  });
  return messages?.[0];
}

describe('posting', () => {
  test('is for members; a bot with the right to writes in any public channel', async () => {
    const { slack, ben, bot } = team;
    expect(await refusal(ben.chat.postMessage({ channel, text: 'x' }))).toBe('not_in_channel');
    expect(await refusal(bot.chat.postMessage({ channel, text: 'x' }))).toBe('not_in_channel');
    const tokens = [
      { token: 'xoxb-anywhere', user: 'quarterdeck', scopes: ['chat:write', 'chat:write.public'] },
    ];
    const open = smallTeam({ seed: { slack: { ...SMALL_TEAM.slack, tokens } } });
    open.slack.as(ANA).create('inc-1');
    const anywhere = clientOf(open.slack, 'xoxb-anywhere');
    expect(await refusal(anywhere.chat.postMessage({ channel: '#inc-1', text: 'x' }))).toBe('ok');
    expect(slack.channelNamed('inc-1')?.messages).toHaveLength(1);
  });

  test('keeps metadata, given as object or as text, and echoes its type alone', async () => {
    const posted = await team.ana.chat.postMessage({ channel, text: 'one', metadata });
    expect(posted.message?.metadata).toEqual({ event_type: 'ours' });
    expect(await newest()).toMatchObject({ text: 'one', user: ANA, metadata });
    await team.ana.apiCall('chat.postMessage', {
      channel,
      text: 'two',
      metadata: JSON.stringify(metadata),
    });
    expect(await newest()).toMatchObject({ text: 'two', metadata });
  });

  test('shows the app behind a bot’s message', async () => {
    await team.bot.conversations.join({ channel });
    const { message } = await team.bot.chat.postMessage({ channel, text: 'beep' });
    expect(message).toMatchObject({
      bot_id: 'B0LOCAL0003',
      app_id: 'A0LOCAL0001',
      bot_profile: { name: 'Quarterdeck' },
    });
  });

  test.each([
    [{ text: '' }, 'no_text'],
    [{ metadata: { event_type: 'x' } }, 'invalid_metadata_format'],
    [
      { metadata: { event_type: 'x', event_payload: { a: { b: { c: 1 } } } } },
      'invalid_metadata_format',
    ],
    [
      { metadata: { event_type: 'x', event_payload: { b: 'x'.repeat(9_000) } } },
      'metadata_too_large',
    ],
    [{ metadata: 'no json' }, 'invalid_metadata_format'],
    [{ blocks: 'no json' }, 'invalid_blocks_format'],
    [{ channel: 'C0NOWHERE01' }, 'channel_not_found'],
    [{ thread_ts: '0' }, 'invalid_thread_ts'],
    [{ thread_ts: '1700000000.000001' }, 'thread_not_found'],
  ])('%o is answered with %s', async (args, code) => {
    expect(
      await refusal(team.ana.apiCall('chat.postMessage', { channel, text: 'x', ...args })),
    ).toBe(code);
  });

  test('takes as much metadata as the workspace allows', async () => {
    const roomy = smallTeam({ metadataMax: 20_000 });
    const large = { event_type: 'x', event_payload: { b: 'x'.repeat(9_000) } };
    expect(
      await refusal(roomy.ana.chat.postMessage({ channel: 'general', text: 'x', metadata: large })),
    ).toBe('ok');
  });

  test('takes a payload of any shape where nothing is enforced', async () => {
    const deep = { event_type: 'x', event_payload: { a: { b: { c: [null, 'text'] } } } };
    const send = { channel: GENERAL, text: 'x', metadata: JSON.stringify(deep) };
    const strict = team.ana.apiCall('chat.postMessage', send);
    expect(await refusal(strict)).toBe('invalid_metadata_format');
    const { ana } = smallTeam({ metadataPayload: 'any' });
    await ana.apiCall('chat.postMessage', send);
    const { messages } = await ana.conversations.history({
      channel: GENERAL,
      include_all_metadata: true,
    });
    expect(messages?.[0]?.metadata).toEqual(deep);
  });

  test('may lose or lack a person’s metadata, as nobody knows what Slack does with it', async () => {
    const send = { channel: GENERAL, text: 'x', metadata };
    const strict = smallTeam({ personMetadata: 'refused' });
    const refused = strict.ana.chat.postMessage(send);
    expect(await refusal(refused)).toBe('metadata_must_be_sent_from_app');
    await strict.bot.conversations.join({ channel: GENERAL });
    expect(await refusal(strict.bot.chat.postMessage(send))).toBe('ok');
    const silent = smallTeam({ personMetadata: 'dropped' });
    const { message } = await silent.ana.chat.postMessage(send);
    expect(message).not.toHaveProperty('metadata');
  });

  test('cuts a text at 40,000 letters without a word', async () => {
    await post('x'.repeat(40_001));
    expect((await newest())?.text).toHaveLength(40_000);
  });

  test('gives each message of a channel a later ts, also when the clock stands or goes back', async () => {
    const first = await post('one');
    const second = await post('two');
    team.clock.advance(-60_000);
    const third = await post('three');
    expect([third, first, second].sort()).toEqual([first, second, third]);
    expect(first).toMatch(/^\d{10}\.\d{6}$/);
  });
});

describe('updating', () => {
  test('is for the author; text alone marks the message as edited', async () => {
    team.slack.as(BEN).join('inc-1');
    const ts = await post('first', { metadata });
    expect(await refusal(team.ben.chat.update({ channel, ts, text: 'x' }))).toBe(
      'cant_update_message',
    );
    const answer = await team.ana.chat.update({ channel, ts, text: 'second' });
    expect(answer).toMatchObject({ ts, text: 'second', message: { text: 'second' } });
    expect(await newest()).toMatchObject({ ts, text: 'second', metadata, edited: { user: ANA } });
  });

  test('with blocks, or of metadata alone, leaves no mark', async () => {
    const ts = await post('first');
    const blocks = [{ type: 'divider' }];
    await team.ana.chat.update({ channel, ts, text: 'second', blocks });
    await team.ana.apiCall('chat.update', { channel, ts, metadata });
    expect(await newest()).not.toHaveProperty('edited');
    expect(await newest()).toMatchObject({ text: 'second', metadata, blocks });
  });

  test('keeps what is not named, and takes away what is empty', async () => {
    const ts = await post('first', { metadata, blocks: [{ type: 'divider' }] });
    await team.ana.chat.update({ channel, ts, text: 'second' });
    expect(await newest()).toMatchObject({ metadata, blocks: [{ type: 'divider' }] });
    await team.ana.apiCall('chat.update', { channel, ts, text: 'third', metadata: {}, blocks: [] });
    expect(await newest()).not.toHaveProperty('metadata');
    expect(await newest()).not.toHaveProperty('blocks');
  });

  test('refuses long text, nothing at all, archived channels, Slack’s own lines', async () => {
    const ts = await post('first');
    const update = (args: object) =>
      refusal(team.ana.apiCall('chat.update', { channel, ts, ...args }));
    expect(await update({ text: 'x'.repeat(4_001) })).toBe('msg_too_long');
    expect(await update({})).toBe('no_text');
    expect(await update({ ts: '1700000000.000001', text: 'x' })).toBe('message_not_found');
    const joined = team.slack.channelNamed('inc-1')?.messages[0]?.ts;
    expect(await update({ ts: joined, text: 'x' })).toBe('cant_update_message');
    team.slack.as(ANA).archive('inc-1');
    expect(await update({ text: 'x' })).toBe('is_inactive');
  });

  test('a bot updates what its app posted, wherever it is', async () => {
    await team.bot.conversations.join({ channel });
    const { ts = '' } = await team.bot.chat.postMessage({ channel, text: 'beep' });
    expect(await refusal(team.ana.chat.update({ channel, ts, text: 'x' }))).toBe(
      'cant_update_message',
    );
    expect(await refusal(team.bot.chat.update({ channel, ts, text: 'boop' }))).toBe('ok');
  });
});

describe('deleting', () => {
  test('is for the author', async () => {
    const ts = await post('first');
    expect(await refusal(team.ben.chat.delete({ channel, ts }))).toBe('cant_delete_message');
    expect(await refusal(team.ana.chat.delete({ channel, ts }))).toBe('ok');
    expect(await refusal(team.ana.chat.delete({ channel, ts }))).toBe('message_not_found');
  });

  test('is for admins too, whoever wrote it', async () => {
    const users = [
      { id: ANA, name: 'ana' },
      { id: BEN, name: 'ben', is_admin: true },
    ];
    const tokens = [{ token: 'xoxp-ben', user: 'ben' }];
    const { slack, ben } = smallTeam({ seed: { slack: { ...SMALL_TEAM.slack, users, tokens } } });
    const ts = slack.as(ANA).post('general', 'oops');
    expect(await refusal(ben.chat.delete({ channel: GENERAL, ts }))).toBe('ok');
  });
});

describe('a permalink', () => {
  test('names channel and message, and a reply’s thread', async () => {
    const root = await post('root');
    const reply = await post('reply', { thread_ts: root });
    const linkOf = async (message_ts: string) =>
      (await team.ana.chat.getPermalink({ channel, message_ts })).permalink;
    const base = `https://acme.slack.com/archives/${channel}`;
    expect(await linkOf(root)).toBe(`${base}/p${root.replace('.', '')}`);
    expect(await linkOf(reply)).toBe(
      `${base}/p${reply.replace('.', '')}?thread_ts=${root}&cid=${channel}`,
    );
    expect(await refusal(linkOf('1700000000.000001'))).toBe('message_not_found');
  });
});
