import { expect, test } from 'vitest';
import { z } from 'zod';
import { SECOND } from '#shared/base/duration.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import { SMALL_TEAM } from '../../localslack/seed.ts';
import { createWorkspace } from '../../localslack/workspace.ts';
import { createClock } from '../testing/clock.ts';
import { seededRandom } from '../testing/random.ts';
import { retryAfterSeconds, slackClient } from './client.ts';
import { createPauses } from './method-pauses.ts';
import { lastingToken } from './token-source.ts';

const NOW = Date.UTC(2026, 10, 21, 2);
const date = (ms: number) => new Date(ms).toUTCString();

test.each<[Record<string, string>, number]>([
  [{ 'retry-after': '1' }, 1],
  [{ 'retry-after': '120' }, 120],
  [{ 'retry-after': ' 7.2 ' }, 8],
  [{ 'retry-after': '0' }, 1],
  [{}, 30],
  [{ 'retry-after': '' }, 30],
  [{ 'retry-after': 'soon' }, 30],
  [{ 'retry-after': '-5' }, 30],
  [{ 'retry-after': date(NOW + 40_000) }, 40],
  // The server's clock and ours are an hour apart: the difference between its own dates counts.
  [{ 'retry-after': date(NOW + 3_640_000), date: date(NOW + 3_600_000) }, 40],
  [{ 'retry-after': date(NOW - 40_000) }, 1],
  [{ 'retry-after': date(NOW + 86_400_000) }, 600],
])('%o asks for %i s', (headers, seconds) => {
  expect(retryAfterSeconds(new Headers(headers), NOW)).toBe(seconds);
});

function client() {
  const clock = createClock();
  const random = seededRandom(1);
  const slack = createWorkspace({ seed: SMALL_TEAM, clock, random });
  const ports = { clock, random, fetch: fetchInto(slack), slackApiUrl: null, log: () => undefined };
  const took: string[] = [];
  const meter = { took: (method: string) => took.push(method), limited: () => undefined };
  const limits = { pauses: createPauses(ports), meter };
  const as = (token: string) => slackClient(ports as never, lastingToken(token), limits);
  return { clock, slack, as, took };
}

test('a limited method is not called before Slack said, with no token; others are', async () => {
  const { clock, slack, as } = client();
  slack.faults.add({ method: 'users.list', kind: 'limited', retryAfter: 40 });
  const [ana, ben] = [as('xoxp-ana'), as('xoxp-ben')];
  const first = await ana('users.list', {}, z.object({}));
  expect(first).toMatchObject({ ok: false, error: { kind: 'limited', retryAfter: 40_000 } });
  clock.jump(39 * SECOND);
  for (const call of [ana, ben]) {
    expect(await call('users.list', {}, z.object({}))).toMatchObject({ ok: false });
  }
  expect((await ben('auth.test', {}, z.object({}))).ok).toBe(true);
  expect(slack.calls.map(({ method }) => method)).toEqual(['users.list', 'auth.test']);
  clock.jump(6 * SECOND);
  expect((await ben('users.list', {}, z.object({}))).ok).toBe(true);
});

test('a clock that is set back ends a pause instead of stretching it', async () => {
  const { clock, slack, as } = client();
  slack.faults.add({ method: 'users.list', kind: 'limited', retryAfter: null });
  const ana = as('xoxp-ana');
  expect(await ana('users.list', {}, z.object({}))).toMatchObject({
    error: { retryAfter: 30_000 },
  });
  clock.jump(-86_400 * SECOND);
  expect((await ana('users.list', {}, z.object({}))).ok).toBe(true);
});

test('when a pause is over one call goes ahead; many that wait are not refused with it', async () => {
  const { clock, slack, as, took } = client();
  slack.faults.add({ method: 'users.list', kind: 'limited', retryAfter: 10, times: 2 });
  const ana = as('xoxp-ana');
  const all = () =>
    Promise.all(Array.from({ length: 8 }, () => ana('users.list', {}, z.object({}))));
  await ana('users.list', {}, z.object({}));
  clock.jump(12 * SECOND);
  expect((await all()).every(({ ok }) => !ok)).toBe(true);
  expect(took).toHaveLength(2);
  clock.jump(12 * SECOND);
  expect((await all()).every(({ ok }) => ok)).toBe(true);
  expect(took).toHaveLength(10);
});

test('an answer to a call from before a limit does not end the pause', async () => {
  const { clock, slack, as, took } = client();
  slack.faults.add({ method: 'users.list', kind: 'slow', ms: 2 * SECOND });
  slack.faults.add({ method: 'users.list', kind: 'limited', retryAfter: 30 });
  const ana = as('xoxp-ana');
  const slow = ana('users.list', {}, z.object({}));
  await clock.advance(SECOND);
  expect((await ana('users.list', {}, z.object({}))).ok).toBe(false);
  await clock.advance(5 * SECOND);
  expect((await slow).ok).toBe(true);
  expect((await ana('users.list', {}, z.object({}))).ok).toBe(false);
  expect(took).toHaveLength(2);
});

test('of two limits that come together the longer one counts, in either order', async () => {
  for (const waits of [
    [60, null],
    [null, 60],
  ]) {
    const { clock, slack, as } = client();
    const ana = as('xoxp-ana');
    for (const retryAfter of waits) {
      slack.faults.add({ method: 'users.list', kind: 'limited', retryAfter });
    }
    const both = [ana('users.list', {}, z.object({})), ana('users.list', {}, z.object({}))];
    expect((await Promise.all(both)).every(({ ok }) => !ok)).toBe(true);
    clock.jump(59 * SECOND);
    expect((await ana('users.list', {}, z.object({}))).ok).toBe(false);
    expect(slack.calls).toHaveLength(2);
    clock.jump(8 * SECOND);
    expect((await ana('users.list', {}, z.object({}))).ok).toBe(true);
  }
});

test('half a character in a text is sent as the mark for one, not held back for ever', async () => {
  const { slack, as } = client();
  const text = 'cut \uD83D in \uDE00 two \uD800';
  const args = { channel: 'C0GENERAL01', text, blocks: [] };
  expect(await as('xoxp-ana')('chat.postMessage', args, z.object({}))).toMatchObject({ ok: true });
  expect(slack.channelNamed('general')?.messages.at(-1)?.text).toBe(
    'cut \uFFFD in \uFFFD two \uFFFD',
  );
});
