import { beforeEach, describe, expect, test } from 'vitest';
import { ANA, BEN, GENERAL, refusal, type SmallTeam, smallTeam } from './testing/small-team.ts';

let team: SmallTeam;
beforeEach(() => {
  team = smallTeam();
});

const newest = async (channel = GENERAL) =>
  (await team.ana.conversations.history({ channel })).messages?.[0];

describe('a person at Slack’s own window', () => {
  test('writes as people do: rich text, stamped by the window, by no app', async () => {
    team.slack.as(BEN).post('general', 'look <@U0ANA000001>');
    const message = await newest();
    expect(message).toMatchObject({
      user: BEN,
      text: 'look <@U0ANA000001>',
      client_msg_id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      blocks: [
        {
          type: 'rich_text',
          elements: [{ elements: [{ text: 'look ' }, { type: 'user', user_id: ANA }] }],
        },
      ],
    });
    expect(message).not.toHaveProperty('app_id');
  });

  test('changes what they wrote, and everyone sees that', async () => {
    const ts = team.slack.as(BEN).post('general', 'first');
    team.slack.as(BEN).edit('general', ts, 'second');
    expect(await newest()).toMatchObject({
      text: 'second',
      edited: { user: BEN },
      blocks: [{ elements: [{ elements: [{ text: 'second' }] }] }],
    });
  });

  test('is refused what Slack refuses people', () => {
    const ana = team.slack.as(ANA);
    const ts = ana.post('general', 'mine');
    expect(() => team.slack.as(BEN).edit('general', ts, 'x')).toThrow('cant_update_message');
    ana.create('inc-1');
    expect(() => team.slack.as(BEN).post('inc-1', 'x')).toThrow('not_in_channel');
    expect(() => team.slack.as('U0NOBODY001')).toThrow('nobody');
  });

  test('is no call: nothing is counted, limited or made to fail', () => {
    const { slack } = smallTeam({ limits: 'slack' });
    slack.faults.add({ method: '*', kind: 'drop-before' });
    for (let i = 0; i < 5; i++) slack.as(ANA).post('general', 'x');
    expect(slack.calls).toEqual([]);
  });

  test('comes, goes, and shows others in and out', () => {
    const { slack } = team;
    const members = () => [...(slack.channelNamed('inc-2')?.members ?? [])];
    slack.as(ANA).create('inc-1');
    slack.as(ANA).rename('inc-1', 'inc-2');
    slack.as(ANA).invite('inc-2', BEN);
    expect(members()).toEqual([ANA, BEN]);
    slack.as(ANA).kick('inc-2', BEN);
    slack.as(BEN).join('inc-2');
    slack.as(ANA).leave('inc-2');
    expect(members()).toEqual([BEN]);
    slack.as(BEN).setTopic('inc-2', 'Mine now');
    slack.as(BEN).archive('inc-2');
    slack.as(BEN).unarchive('inc-2');
    expect(slack.channelNamed('inc-2')).toMatchObject({ topic: 'Mine now', isArchived: false });
  });
});

describe('shortcuts', () => {
  test('somebody goes anywhere and says something; its author changes and removes it', async () => {
    const { slack } = team;
    const hidden = slack.as(ANA).create('hidden', { isPrivate: true });
    const ts = slack.say(BEN, hidden, 'here I am');
    slack.edit(hidden, ts, 'here I was');
    expect(await newest(hidden)).toMatchObject({ text: 'here I was', user: BEN });
    slack.remove(hidden, ts);
    expect((await newest(hidden))?.subtype).toBe('channel_join');
  });

  test('an admin archives a channel, and bots are out', async () => {
    const { slack, bot } = team;
    const channel = slack.as(ANA).create('inc-1');
    await bot.conversations.join({ channel });
    slack.archive(channel);
    expect(await refusal(bot.conversations.history({ channel }))).toBe('not_in_channel');
    expect(await newest(channel)).toMatchObject({ subtype: 'channel_archive' });
  });
});
