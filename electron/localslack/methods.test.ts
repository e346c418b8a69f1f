import { expect, test } from 'vitest';
import { BEN, clientOf, GENERAL, refusal, smallTeam } from './testing/small-team.ts';

const { slack, ana } = smallTeam();

test('a method that is not there is unknown', async () => {
  expect(await refusal(ana.apiCall('chat.shout'))).toBe('unknown_method');
});

test('a call without a required argument is told which', async () => {
  const history = ana.apiCall('conversations.history');
  await expect(history).rejects.toMatchObject({
    data: {
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: channel'] },
    },
  });
});

test('a token that may not is told what it needs and what it has', async () => {
  slack.addToken('xoxp-weak', BEN, ['chat:write', 'team:read']);
  const weak = clientOf(slack, 'xoxp-weak');
  await expect(weak.users.list({})).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'users:read', provided: 'chat:write,team:read' },
  });
});

test('the scope has to fit the kind of channel', async () => {
  slack.addToken('xoxp-public', BEN, ['channels:history', 'channels:read', 'channels:write']);
  const weak = clientOf(slack, 'xoxp-public');
  const hidden = slack.as(BEN).create('hidden', { isPrivate: true });
  expect(await refusal(weak.conversations.history({ channel: GENERAL }))).toBe('ok');
  await expect(weak.conversations.history({ channel: hidden })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'groups:history' },
  });
  await expect(weak.conversations.list({ types: 'private_channel' })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'groups:read' },
  });
  await expect(
    weak.conversations.create({ name: 'also-hidden', is_private: true }),
  ).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'groups:write' } });
});

test('what is a bot’s scope does not serve a person', async () => {
  slack.addToken('xoxp-odd', BEN, ['channels:join', 'channels:manage']);
  const odd = clientOf(slack, 'xoxp-odd');
  expect(await refusal(odd.conversations.create({ name: 'odd' }))).toBe('missing_scope');
  expect(await refusal(odd.conversations.join({ channel: GENERAL }))).toBe('missing_scope');
});
