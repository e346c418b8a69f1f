import { beforeEach, describe, expect, test } from 'vitest';
import { ANA, BEN, GENERAL, refusal, type SmallTeam, smallTeam } from './testing/small-team.ts';

let team: SmallTeam;
beforeEach(() => {
  team = smallTeam();
});

const names = (channels: readonly { readonly name?: string }[] = []) =>
  channels.map(({ name }) => name);

describe('conversations.list', () => {
  test('shows public channels, and private ones to their members when asked', async () => {
    const { slack, ana, ben } = team;
    slack.as(ANA).create('hidden', { isPrivate: true });
    const types = 'public_channel,private_channel';
    expect(names((await ana.conversations.list()).channels)).toEqual(['general', 'random']);
    expect(names((await ana.conversations.list({ types })).channels)).toContain('hidden');
    expect(names((await ben.conversations.list({ types })).channels)).not.toContain('hidden');
    expect(await refusal(ana.conversations.list({ types: 'rooms' }))).toBe('invalid_types');
  });

  test('goes on where it was when a channel is archived during the walk', async () => {
    const { slack, ana } = team;
    for (const name of ['a', 'b', 'c']) slack.as(ANA).create(name);
    const walk = (cursor?: string) =>
      ana.conversations.list({ limit: 3, exclude_archived: true, ...(cursor && { cursor }) });
    const first = await walk();
    expect(names(first.channels)).toEqual(['general', 'random', 'a']);
    slack.as(ANA).archive('a');
    const second = await walk(first.response_metadata?.next_cursor);
    expect(names(second.channels)).toEqual(['b', 'c']);
    expect(second.response_metadata?.next_cursor).toBe('');
  });

  test('says whether one is in, and how many are', async () => {
    team.slack.as(ANA).create('mine');
    const { channels } = await team.ben.conversations.list();
    expect(channels?.at(-1)).toMatchObject({ name: 'mine', is_member: false, num_members: 1 });
  });

  test('refuses a limit that is no number', async () => {
    expect(await refusal(team.ana.apiCall('conversations.list', { limit: 'all' }))).toBe(
      'invalid_limit',
    );
  });
});

describe('users.conversations', () => {
  test('shows one’s own channels, and of another’s those one may see', async () => {
    const { slack, ana, ben } = team;
    slack.as(ANA).create('mine');
    slack.as(ANA).create('hidden', { isPrivate: true });
    const types = 'public_channel,private_channel';
    const mine = await ana.users.conversations({ types });
    expect(names(mine.channels)).toEqual(['general', 'random', 'mine', 'hidden']);
    expect(mine.channels?.[0]).not.toHaveProperty('is_member');
    const seen = await ben.users.conversations({ types, user: ANA });
    expect(names(seen.channels)).toEqual(['general', 'random', 'mine']);
  });
});

describe('one channel', () => {
  test('conversations.info describes it, and hides private ones from others', async () => {
    const { slack, ana, ben } = team;
    slack.as(ANA).setTopic('general', 'All of it');
    const { channel } = await ana.conversations.info({
      channel: GENERAL,
      include_num_members: true,
    });
    expect(channel).toMatchObject({
      id: GENERAL,
      is_general: true,
      is_member: true,
      num_members: 2,
      topic: { value: 'All of it', creator: ANA },
    });
    const hidden = slack.as(ANA).create('hidden', { isPrivate: true });
    expect(await refusal(ben.conversations.info({ channel: hidden }))).toBe('channel_not_found');
    expect(await refusal(ana.conversations.info({ channel: 'C0NOWHERE01' }))).toBe(
      'channel_not_found',
    );
  });

  test('conversations.members walks by cursor', async () => {
    const first = await team.ana.conversations.members({ channel: GENERAL, limit: 1 });
    expect(first.members).toEqual([ANA]);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await team.ana.conversations.members({ channel: GENERAL, limit: 1, cursor });
    expect(second.members).toEqual([BEN]);
    expect(second.response_metadata?.next_cursor).toBe('');
  });
});
