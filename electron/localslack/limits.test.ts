import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLimits } from './limits.ts';
import { GENERAL, refusal, setClock, smallTeam } from './testing/small-team.ts';

const MINUTE = 60_000;

test('by default nothing is limited', async () => {
  const { ana } = smallTeam();
  for (let i = 0; i < 60; i++) await ana.conversations.history({ channel: GENERAL });
});

test('all tokens of an app share a method’s budget; other methods have their own', async () => {
  const { ana, ben, clock } = smallTeam({ limits: 'slack' });
  const read = () => ana.conversations.history({ channel: GENERAL });
  for (let i = 0; i < 50; i++) await read();
  clock.advance(20_000);
  await expect(ben.conversations.history({ channel: GENERAL })).rejects.toMatchObject({
    retryAfter: 40,
  });
  expect(await refusal(ana.conversations.replies({ channel: GENERAL, ts: '1.000001' }))).toBe(
    'thread_not_found',
  );
  clock.advance(40_000);
  expect(await refusal(read())).toBe('ok');
});

test('another app has a budget of its own', async () => {
  const seed = {
    slack: {
      users: [{ name: 'ana' }],
      channels: [{ id: GENERAL, name: 'general' }],
      tokens: [
        { token: 'xoxp-ana', user: 'ana', app_id: 'A1' },
        { token: 'xoxp-ben', user: 'ana', app_id: 'A2' },
      ],
    },
  };
  const { ana, ben } = smallTeam({ seed, limits: 'strict15' });
  await ana.conversations.history({ channel: GENERAL });
  expect(await refusal(ana.conversations.history({ channel: GENERAL }))).not.toBe('ok');
  expect(await refusal(ben.conversations.history({ channel: GENERAL }))).toBe('ok');
});

test('a list is limited more strictly for who asks for all of it at once', async () => {
  const { ana, clock } = smallTeam({ limits: 'slack' });
  const passed = async (args: Record<string, unknown>) => {
    clock.advance(MINUTE);
    let count = 0;
    while ((await refusal(ana.apiCall('conversations.list', args))) === 'ok') count++;
    return count;
  };
  expect(await passed({ limit: 200 })).toBe(20);
  expect(await passed({})).toBe(5);
});

test('the mode can be changed on the way', async () => {
  const { ana, slack } = smallTeam({ limits: 'off' });
  for (let i = 0; i < 20; i++) slack.as('ana').post('general', 'x');
  const read = async () => (await ana.conversations.history({ channel: GENERAL })).messages?.length;
  expect(await read()).toBe(20);
  slack.limits.setMode('strict15');
  expect(await read()).toBe(15);
  expect(await refusal(ana.conversations.history({ channel: GENERAL }))).not.toBe('ok');
});

test('a channel takes one message a second', async () => {
  const { ana, clock } = smallTeam({ limits: 'slack' });
  const post = (channel: string) => ana.chat.postMessage({ channel, text: 'x' });
  await post(GENERAL);
  await expect(post(GENERAL)).rejects.toMatchObject({ retryAfter: 1 });
  await expect(post('#general')).rejects.toMatchObject({ retryAfter: 1 });
  expect(await refusal(post('C0RANDOM001'))).toBe('ok');
  clock.advance(1_000);
  expect(await refusal(post(GENERAL))).toBe('ok');
});

test('a limited post is not posted', async () => {
  const { ana, slack } = smallTeam({ limits: 'slack' });
  await ana.chat.postMessage({ channel: GENERAL, text: 'one' });
  await refusal(ana.chat.postMessage({ channel: GENERAL, text: 'two' }));
  expect(slack.channelNamed('general')?.messages.map(({ text }) => text)).toEqual(['one']);
  expect(slack.calls.map(({ outcome, retryAfter }) => [outcome, retryAfter])).toEqual([
    ['ok', null],
    ['429', 1],
  ]);
});

test('no minute ever holds more calls than its tier, and who waits as told gets through', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { maxLength: 200 }), (gaps) => {
      const clock = setClock();
      const limits = createLimits(clock, 'slack');
      const passed: number[] = [];
      for (const gap of gaps) {
        clock.advance(gap);
        const wait = limits.take('A1', 'users.list', { limit: 200 });
        if (wait !== null) {
          clock.advance(wait * 1_000);
          expect(limits.take('A1', 'users.list', { limit: 200 })).toBeNull();
        }
        passed.push(clock.now());
      }
      for (const at of passed) {
        const within = passed.filter((other) => other >= at && other < at + MINUTE);
        expect(within.length).toBeLessThanOrEqual(20);
      }
    }),
  );
});
