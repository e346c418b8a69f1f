import { beforeEach, describe, expect, test } from 'vitest';
import { SMALL_TEAM } from './seed.ts';
import { ANA, BEN, GENERAL, refusal, type SmallTeam, smallTeam } from './testing/small-team.ts';

let team: SmallTeam;
beforeEach(() => {
  team = smallTeam();
});

/** Slack's own lines in a channel, oldest first. */
async function notices(channel: string) {
  const { messages = [] } = await team.ana.conversations.history({ channel });
  return messages.map(({ subtype, text }) => [subtype, text]).reverse();
}

describe('a channel’s name', () => {
  test.each([
    ['', 'invalid_name_required'],
    ['With Blank', 'invalid_name_specials'],
    ['UPPER', 'invalid_name_specials'],
    ['a.b', 'invalid_name_specials'],
    ['---', 'invalid_name_punctuation'],
    ['x'.repeat(81), 'invalid_name_maxlength'],
    ['general', 'name_taken'],
    ['x'.repeat(80), 'ok'],
    ['störung-1_b', 'ok'],
  ])('"%s" is answered with %s', async (name, code) => {
    expect(await refusal(team.ana.conversations.create({ name }))).toBe(code);
  });

  test('stays taken while its channel is archived or private', async () => {
    team.slack.as(ANA).create('old');
    team.slack.as(ANA).archive('old');
    team.slack.as(BEN).create('hidden', { isPrivate: true });
    expect(await refusal(team.ana.conversations.create({ name: 'old' }))).toBe('name_taken');
    expect(await refusal(team.ana.conversations.create({ name: 'hidden' }))).toBe('name_taken');
  });

  test('is changed by the channel’s maker or an admin', async () => {
    const channel = team.slack.as(ANA).create('first');
    team.slack.as(BEN).join('first');
    const rename = (name: string) => ({ channel, name });
    expect(await refusal(team.ben.conversations.rename(rename('second')))).toBe('not_authorized');
    const renamed = await team.ana.conversations.rename(rename('second'));
    expect(renamed.channel).toMatchObject({ name: 'second', previous_names: ['first'] });
    expect(await notices(channel)).toContainEqual([
      'channel_name',
      `<@${ANA}> has renamed the channel from "first" to "second"`,
    ]);
  });
});

describe('topic and purpose', () => {
  test('are set by members, up to 250 letters, and announced every time', async () => {
    const { ana, ben, slack } = team;
    const channel = slack.as(ANA).create('inc-1');
    const topic = 'x'.repeat(250);
    expect(await refusal(ben.conversations.setTopic({ channel, topic }))).toBe('not_in_channel');
    expect(await refusal(ana.conversations.setTopic({ channel, topic: `${topic}x` }))).toBe(
      'too_long',
    );
    await ana.conversations.setTopic({ channel, topic: 'Fire' });
    await ana.conversations.setTopic({ channel, topic: 'Fire' });
    await ana.conversations.setPurpose({ channel, purpose: 'Put it out' });
    expect((await notices(channel)).map(([subtype]) => subtype)).toEqual([
      'channel_join',
      'channel_topic',
      'channel_topic',
      'channel_purpose',
    ]);
  });
});

describe('archiving', () => {
  test('puts bots out, stops posts, and leaves people reading', async () => {
    const { ana, bot, slack } = team;
    const channel = slack.as(ANA).create('inc-3');
    await bot.conversations.join({ channel });
    await ana.conversations.archive({ channel });
    expect(await refusal(ana.chat.postMessage({ channel, text: 'x' }))).toBe('is_archived');
    expect(await refusal(ana.conversations.setTopic({ channel, topic: 'x' }))).toBe('is_archived');
    expect(await refusal(bot.conversations.history({ channel }))).toBe('not_in_channel');
    expect(await refusal(bot.conversations.unarchive({ channel }))).toBe('not_in_channel');
    expect(await refusal(ana.conversations.history({ channel }))).toBe('ok');
    expect(await refusal(ana.conversations.archive({ channel }))).toBe('already_archived');
  });

  test('is undone by a person', async () => {
    const { ana, slack } = team;
    const channel = slack.as(ANA).create('inc-4');
    expect(await refusal(ana.conversations.unarchive({ channel }))).toBe('not_archived');
    slack.as(ANA).archive('inc-4');
    await ana.conversations.unarchive({ channel });
    expect(await refusal(ana.chat.postMessage({ channel, text: 'x' }))).toBe('ok');
  });

  test('is not for general, nor for strangers', async () => {
    const { ana, ben, slack } = team;
    expect(await refusal(ana.conversations.archive({ channel: GENERAL }))).toBe(
      'cant_archive_general',
    );
    const channel = slack.as(ANA).create('inc-5');
    expect(await refusal(ben.conversations.archive({ channel }))).toBe('not_in_channel');
  });
});

test('an admin renames what others made', async () => {
  const users = [
    { id: ANA, name: 'ana' },
    { id: BEN, name: 'ben', is_admin: true },
  ];
  const tokens = [{ token: 'xoxp-ben', user: 'ben' }];
  const { slack, ben } = smallTeam({ seed: { slack: { ...SMALL_TEAM.slack, users, tokens } } });
  const channel = slack.as(ANA).create('first');
  slack.as(BEN).join('first');
  expect(await refusal(ben.conversations.rename({ channel, name: 'second' }))).toBe('ok');
});
