import { expect, test } from 'vitest';
import { ANA, GENERAL, refusal, smallTeam } from './testing/small-team.ts';

const channel = GENERAL;

test('messages are pinned once, listed the last first, and unpinned', async () => {
  const { slack, ana, ben } = smallTeam();
  const [one = '', two = ''] = ['one', 'two'].map((text) => slack.as(ANA).post('general', text));
  await ana.pins.add({ channel, timestamp: one });
  await ana.pins.add({ channel, timestamp: two });
  expect(await refusal(ben.pins.add({ channel, timestamp: two }))).toBe('already_pinned');
  const { items } = await ben.pins.list({ channel });
  expect(items?.map((item) => Object(item).message.ts)).toEqual([two, one]);
  expect(items?.[0]).toMatchObject({ created_by: ANA, message: { pinned_to: [channel] } });
  const history = await ana.conversations.history({ channel });
  expect(history).toMatchObject({ pin_count: 2 });
  await ana.pins.remove({ channel, timestamp: one });
  expect(await refusal(ana.pins.remove({ channel, timestamp: one }))).toBe('not_pinned');
});

test('a deleted message is pinned no more', async () => {
  const { slack, ana } = smallTeam();
  const timestamp = slack.as(ANA).post('general', 'one');
  slack.as(ANA).pin('general', timestamp);
  slack.as(ANA).remove('general', timestamp);
  expect((await ana.pins.list({ channel })).items).toEqual([]);
});

test('Slack’s own lines cannot be pinned, nor can nothing', async () => {
  const { slack, ana } = smallTeam();
  const made = slack.as(ANA).create('inc-1');
  const timestamp = slack.channelNamed('inc-1')?.messages[0]?.ts ?? '';
  expect(await refusal(ana.pins.add({ channel: made, timestamp }))).toBe('not_pinnable');
  expect(await refusal(ana.apiCall('pins.add', { channel }))).toBe('no_item_specified');
});
