import { expect, test } from 'vitest';
import { ANA, refusal, smallTeam } from './testing/small-team.ts';

const { ana } = smallTeam();

test('users.list walks by cursor, with bots and Slackbot in it', async () => {
  const names: (string | undefined)[] = [];
  for await (const page of ana.paginate('users.list', { limit: 1 })) {
    for (const { name } of Object(page).members) names.push(name);
  }
  expect(names).toEqual(['ana', 'ben', 'quarterdeck', 'slackbot']);
});

test('Slackbot is no bot by its own mark', async () => {
  const { user } = await ana.users.info({ user: 'USLACKBOT' });
  expect(user).toMatchObject({ is_bot: false, name: 'slackbot' });
});

test('users.info tells names in all the places where Slack does', async () => {
  const { user } = await ana.users.info({ user: ANA });
  expect(user).toMatchObject({
    id: ANA,
    name: 'ana',
    real_name: 'Ana Lovelace',
    profile: { display_name: 'Ana', real_name: 'Ana Lovelace', first_name: 'Ana' },
  });
  expect(await refusal(ana.users.info({ user: 'U0NOBODY001' }))).toBe('user_not_found');
});

test('a cursor of another list is refused', async () => {
  const { response_metadata } = await ana.users.list({ limit: 1 });
  const cursor = response_metadata?.next_cursor ?? '';
  expect(await refusal(ana.conversations.list({ cursor }))).toBe('invalid_cursor');
  expect(await refusal(ana.users.list({ cursor: 'x' }))).toBe('invalid_cursor');
});
