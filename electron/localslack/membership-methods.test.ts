import { beforeEach, expect, test } from 'vitest';
import {
  ANA,
  BEN,
  BOT,
  GENERAL,
  refusal,
  type SmallTeam,
  smallTeam,
} from './testing/small-team.ts';

let team: SmallTeam;
let channel: string;
beforeEach(() => {
  team = smallTeam();
  channel = team.slack.as(ANA).create('inc-1');
});

test('public channels are read by every person, by a bot only when it is in them', async () => {
  const { ben, bot } = team;
  expect(await refusal(ben.conversations.history({ channel }))).toBe('ok');
  expect(await refusal(bot.conversations.history({ channel }))).toBe('not_in_channel');
  await bot.conversations.join({ channel });
  expect(await refusal(bot.conversations.history({ channel }))).toBe('ok');
});

test('private ones do not exist for others', async () => {
  const { slack, ben } = team;
  const hidden = slack.as(ANA).create('hidden', { isPrivate: true });
  expect(await refusal(ben.conversations.history({ channel: hidden }))).toBe('channel_not_found');
  expect(await refusal(ben.conversations.join({ channel: hidden }))).toBe('channel_not_found');
  slack.as(ANA).invite('hidden', BEN);
  expect(await refusal(ben.conversations.history({ channel: hidden }))).toBe('ok');
  expect(await refusal(ben.conversations.join({ channel: hidden }))).toBe(
    'method_not_supported_for_channel_type',
  );
});

test('joining twice is only a warning', async () => {
  const { ben } = team;
  expect(await ben.conversations.join({ channel })).not.toHaveProperty('warning');
  expect(await ben.conversations.join({ channel })).toMatchObject({
    warning: 'already_in_channel',
    response_metadata: { warnings: ['already_in_channel'] },
  });
});

test('one who cannot be invited stops the others, unless forced', async () => {
  const { ana, slack } = team;
  const invite = (users: string, force = false) =>
    ana.conversations.invite({ channel, users, force });
  expect(await refusal(invite(ANA))).toBe('cant_invite_self');
  expect(await refusal(invite('U0NOBODY001'))).toBe('user_not_found');
  await expect(invite(`${BEN},U0NOBODY001`)).rejects.toMatchObject({
    data: { errors: [{ user: 'U0NOBODY001', ok: false, error: 'user_not_found' }] },
  });
  expect(slack.channelNamed('inc-1')?.members).toEqual(new Set([ANA]));
  await invite(`${BEN},U0NOBODY001`, true);
  expect(await refusal(invite(BEN))).toBe('already_in_channel');
  expect(await refusal(team.bot.conversations.invite({ channel, users: BOT }))).toBe(
    'not_in_channel',
  );
});

test('others are put out, oneself leaves', async () => {
  const { ana, ben, slack } = team;
  const kick = (user: string) => refusal(ana.conversations.kick({ channel, user }));
  expect(await kick(ANA)).toBe('cant_kick_self');
  expect(await kick(BEN)).toBe('not_in_channel');
  slack.as(BEN).join('inc-1');
  expect(await kick(BEN)).toBe('ok');
  expect(await ben.conversations.leave({ channel })).toMatchObject({ not_in_channel: true });
  expect(await refusal(ana.conversations.kick({ channel: GENERAL, user: BEN }))).toBe(
    'cant_kick_from_general',
  );
  expect(await refusal(ana.conversations.leave({ channel: GENERAL }))).toBe('cant_leave_general');
  expect(await refusal(ana.conversations.leave({ channel }))).toBe('ok');
});

test('the last member of a private channel stays', async () => {
  const hidden = team.slack.as(ANA).create('hidden', { isPrivate: true });
  expect(await refusal(team.ana.conversations.leave({ channel: hidden }))).toBe('last_member');
});
