import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { ANA, BEN, GENERAL, refusal, type SmallTeam, smallTeam } from './testing/small-team.ts';

const channel = GENERAL;
let team: SmallTeam;
beforeEach(() => {
  team = smallTeam();
});

const history = async () => (await team.ana.conversations.history({ channel })).messages ?? [];
const thread = async (ts: string, args: object = {}) =>
  (await team.ana.conversations.replies({ channel, ts, ...args })).messages ?? [];

describe('a thread', () => {
  test('moves its root and stays out of the history, unless broadcast', async () => {
    const root = team.slack.as(ANA).post('general', 'root');
    const reply = team.slack.as(BEN).reply('general', root, 'reply');
    expect(await history()).toEqual([
      expect.objectContaining({
        ts: root,
        thread_ts: root,
        reply_count: 1,
        reply_users_count: 1,
        reply_users: [BEN],
        latest_reply: reply,
      }),
    ]);
    const loud = team.slack.as(BEN).reply('general', root, 'loud', { broadcast: true });
    expect((await history())[0]).toMatchObject({
      ts: loud,
      subtype: 'thread_broadcast',
      thread_ts: root,
      root: { ts: root, reply_count: 2, latest_reply: loud },
    });
  });

  test('is read from its root, oldest first, page by page', async () => {
    const root = team.slack.as(ANA).post('general', 'root');
    const [one, two, three] = ['1', '2', '3'].map((text) =>
      team.slack.as(BEN).reply('general', root, text),
    );
    const first = await team.ana.conversations.replies({ channel, ts: root, limit: 2 });
    expect(first.messages?.map(({ ts }) => ts)).toEqual([root, one]);
    expect(first.messages?.[1]).toMatchObject({ thread_ts: root, parent_user_id: ANA });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const rest = await thread(root, { limit: 2, cursor });
    expect(rest.map(({ ts }) => ts)).toEqual([two, three]);
    expect((await thread(root, { oldest: one })).map(({ ts }) => ts)).toEqual([root, two, three]);
  });

  test('has one level: a reply to a reply goes under the root', async () => {
    const root = team.slack.as(ANA).post('general', 'root');
    const reply = team.slack.as(BEN).reply('general', root, 'reply');
    const { message } = await team.ana.chat.postMessage({ channel, text: 'x', thread_ts: reply });
    expect(message?.thread_ts).toBe(root);
    expect(await thread(reply)).toHaveLength(1);
  });

  test('does not hang from Slack’s own lines, nor from what is not there', async () => {
    const made = team.slack.as(ANA).create('inc-1');
    const thread_ts = team.slack.channelNamed('inc-1')?.messages[0]?.ts ?? '';
    const post = { channel: made, text: 'x', thread_ts };
    expect(await refusal(team.ana.chat.postMessage(post))).toBe('cannot_reply_to_message');
    const read = { channel: made, ts: thread_ts };
    expect(await refusal(team.ana.conversations.replies(read))).toBe('thread_not_found');
    expect(await refusal(thread('1700000000.000001'))).toBe('thread_not_found');
  });
});

describe('a deleted root', () => {
  test('leaves a tombstone, which goes with its last reply', async () => {
    const metadata = { event_type: 'ours', event_payload: { n: 1 } };
    const { ts: root = '' } = await team.ana.chat.postMessage({ channel, text: 'root', metadata });
    const reply = team.slack.as(BEN).reply('general', root, 'reply');
    await team.ana.chat.delete({ channel, ts: root });
    const [left] = await history();
    expect(left).toMatchObject({
      ts: root,
      subtype: 'tombstone',
      user: 'USLACKBOT',
      text: 'This message was deleted.',
      reply_count: 1,
    });
    expect(left).not.toHaveProperty('metadata');
    expect(await refusal(team.ana.chat.delete({ channel, ts: root }))).toBe('message_not_found');
    team.slack.as(BEN).remove('general', reply);
    expect(await history()).toEqual([]);
  });
});

test('roots count right whatever is posted, answered and deleted', async () => {
  const step = fc.record({ kind: fc.constantFrom('post', 'reply', 'remove'), at: fc.nat(30) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      team = smallTeam();
      const ana = team.slack.as(ANA);
      const messages = team.slack.channelNamed('general')?.messages ?? [];
      for (const { kind, at } of steps) {
        const target = messages.filter(({ tombstone }) => !tombstone)[at];
        if (kind === 'post') ana.post('general', 'x');
        else if (target !== undefined && kind === 'reply') ana.reply('general', target.ts, 'x');
        else if (target !== undefined) ana.remove('general', target.ts);
      }
      for (const root of await history()) {
        const all = await thread(root.ts ?? '');
        expect(all).toHaveLength(1 + (root.reply_count ?? 0));
        if (all.length > 1) expect(all.at(-1)?.ts).toBe(root.latest_reply);
      }
    }),
    { numRuns: 40 },
  );
});
