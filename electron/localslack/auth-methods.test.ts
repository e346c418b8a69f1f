import { expect, test } from 'vitest';
import { SMALL_TEAM } from './seed.ts';
import { ANA, BOT, clientOf, refusal, smallTeam } from './testing/small-team.ts';

test('auth.test tells whose token it is, and its scopes in the headers', async () => {
  const { ana, bot } = smallTeam();
  const whoami = await ana.auth.test();
  expect(whoami).toMatchObject({ team: 'Acme', user: 'ana', user_id: ANA });
  expect(whoami).not.toHaveProperty('bot_id');
  expect(whoami.response_metadata?.scopes).toContain('channels:history');
  expect(await bot.auth.test()).toMatchObject({ user_id: BOT, bot_id: 'B0LOCAL0003' });
});

test('tokens that are unknown, missing, revoked or of somebody gone are refused', async () => {
  const { slack, ana, ben } = smallTeam();
  expect(await refusal(clientOf(slack, 'xoxp-nobody').auth.test())).toBe('invalid_auth');
  expect(await refusal(clientOf(slack, '').auth.test())).toBe('not_authed');
  slack.endToken('xoxp-ben', 'account_inactive');
  expect(await refusal(ben.auth.test())).toBe('account_inactive');
  expect(await ana.auth.revoke({ test: true })).toMatchObject({ revoked: false });
  expect(await ana.auth.revoke()).toMatchObject({ revoked: true });
  expect(await refusal(ana.auth.test())).toBe('token_revoked');
});

test('a token of somebody who left is inactive', async () => {
  const users = [{ name: 'ana', deleted: true }];
  const { ana } = smallTeam({
    seed: { slack: { ...SMALL_TEAM.slack, users, tokens: [{ token: 'xoxp-ana', user: 'ana' }] } },
  });
  expect(await refusal(ana.auth.test())).toBe('account_inactive');
});

test('team.info tells of the workspace', async () => {
  const { team } = await smallTeam().ana.team.info();
  expect(team).toMatchObject({ id: 'T0ACME00001', name: 'Acme', url: 'https://acme.slack.com/' });
});
