import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMessage, isInHistory, messageAt, removeMessage, repliesTo } from './message-log.ts';
import { ANA, GENERAL, smallTeam } from './testing/small-team.ts';

test('what a channel’s messages are kept in agrees, whatever comes and goes', () => {
  const step = fc.record({
    kind: fc.constantFrom('post', 'reply', 'broadcast', 'remove', 'edit'),
    at: fc.nat(20),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { slack, clock } = smallTeam();
      const ana = slack.as(ANA);
      const channel = slack.channelNamed('general');
      if (channel === null) throw new Error('There is no #general.');
      for (const { kind, at } of steps) {
        clock.advance(at - 10);
        const target = channel.messages.filter(({ tombstone }) => !tombstone)[at];
        if (kind === 'post') ana.post(GENERAL, 'x');
        else if (target === undefined) continue;
        else if (kind === 'remove') ana.remove(GENERAL, target.ts);
        else if (kind === 'edit') ana.edit(GENERAL, target.ts, 'y');
        else ana.reply(GENERAL, target.ts, 'x', { broadcast: kind === 'broadcast' });
      }
      expect(channel.history).toEqual(channel.messages.filter(isInHistory));
      for (const { ts } of channel.messages) {
        const replies = channel.messages.filter(({ threadTs }) => threadTs === ts);
        expect(repliesTo(channel, ts)).toEqual(replies);
        expect(messageAt(channel, ts)?.ts).toBe(ts);
      }
      expect([...channel.threads.values()].every((thread) => thread.length > 0)).toBe(true);
    }),
  );
});

test('a channel of a million messages is made at once, and each of its pages costs the same', async () => {
  const { slack, clock, ana } = smallTeam();
  const start = clock.now() - 1_000_000_000;
  const past = Array.from({ length: 1_000_000 }, (_, i) => {
    return { user: ANA, text: `message ${i}`, at: start + i * 1_000 };
  });
  slack.fill('general', past);
  const messages = slack.channelNamed('general')?.messages ?? [];
  expect(messages).toHaveLength(1_000_000);
  // How many messages a page looks at: only those that it shows, and a few on the way to them.
  let looks = 0;
  const history = slack.channelNamed('general')?.history ?? [];
  const counted = new Proxy(history, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  Object.assign(slack.channelNamed('general') ?? {}, { history: counted });
  const first = await ana.conversations.history({ channel: GENERAL, limit: 200 });
  expect(first.messages?.[0]?.text).toBe('message 999999');
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await ana.conversations.history({ channel: GENERAL, limit: 200, cursor });
  expect(second.messages?.map(({ text }) => text)).toEqual(
    Array.from({ length: 200 }, (_, i) => `message ${999_799 - i}`),
  );
  const latest = messages[500_000]?.ts ?? '';
  const middle = await ana.conversations.history({ channel: GENERAL, limit: 1, latest });
  expect(middle.messages?.[0]?.text).toBe('message 499999');
  expect(looks).toBeLessThan(3 * (200 + 60));
}, 60_000);

test('a message that is taken out is nowhere any more', () => {
  const { slack } = smallTeam();
  const root = slack.as(ANA).post('general', 'root');
  const reply = slack.as(ANA).reply('general', root, 'reply', { broadcast: true });
  const channel = slack.channelNamed('general');
  const message = channel && messageAt(channel, reply);
  if (!channel || !message) throw new Error('The reply is not there.');
  removeMessage(channel, message);
  expect(channel.messages.map(({ ts }) => ts)).toEqual([root]);
  expect(channel.history.map(({ ts }) => ts)).toEqual([root]);
  expect(repliesTo(channel, root)).toEqual([]);
  addMessage(channel, message);
  expect(repliesTo(channel, root)).toEqual([message]);
});
