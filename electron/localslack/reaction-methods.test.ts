import { expect, test } from 'vitest';
import { ANA, BEN, GENERAL, refusal, smallTeam } from './testing/small-team.ts';

const { slack, ana, ben } = smallTeam();
const channel = GENERAL;
const timestamp = slack.as(ANA).post('general', 'hello');

test('reactions are put, counted, and taken away by whoever put them', async () => {
  const eyes = { channel, timestamp, name: 'eyes' };
  await ana.reactions.add(eyes);
  await ben.reactions.add(eyes);
  await ben.reactions.add({ ...eyes, name: '+1' });
  expect(await refusal(ben.reactions.add(eyes))).toBe('already_reacted');
  const { messages } = await ana.conversations.history({ channel });
  expect(messages?.[0]?.reactions).toEqual([
    { name: 'eyes', users: [ANA, BEN], count: 2 },
    { name: '+1', users: [BEN], count: 1 },
  ]);
  await ben.reactions.remove({ ...eyes, name: '+1' });
  expect(await refusal(ben.reactions.remove({ ...eyes, name: '+1' }))).toBe('no_reaction');
  const got = await ana.reactions.get({ channel, timestamp });
  expect(got).toMatchObject({ type: 'message', channel, message: { ts: timestamp } });
  expect(got.message?.reactions).toHaveLength(1);
  expect(got.message?.permalink).toContain('/archives/');
});

test.each([
  [{ name: 'two words' }, 'invalid_name'],
  [{ timestamp: 'x' }, 'bad_timestamp'],
  [{ timestamp: '1700000000.000001' }, 'message_not_found'],
  [{ channel: 'C0NOWHERE01' }, 'channel_not_found'],
])('%o is answered with %s', async (args, code) => {
  const call = ana.reactions.add({ channel, timestamp, name: 'eyes', ...args });
  expect(await refusal(call)).toBe(code);
});

test('a reaction names its message', async () => {
  expect(await refusal(ana.apiCall('reactions.add', { name: 'eyes' }))).toBe('no_item_specified');
});
