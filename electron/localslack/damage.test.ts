import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from './faults.ts';
import { fetchInto } from './fetch.ts';
import { type LocalSlackServer, listen } from './http.ts';
import { ANA, GENERAL, ONCE, refusal, type SmallTeam, smallTeam } from './testing/small-team.ts';

let team: SmallTeam;
let server: LocalSlackServer;
beforeEach(async () => {
  team = smallTeam();
  for (let i = 0; i < 20; i++) team.slack.as(ANA).post('general', `message ${i}`);
  server = await listen(team.slack, 0);
});
afterEach(() => server.close());

const HISTORY = 'conversations.history';
const headers = { authorization: 'Bearer xoxp-ana' };
const skins = {
  'in process': () =>
    fetchInto(team.slack)(`https://slack.com/api/${HISTORY}?channel=${GENERAL}`, { headers }),
  'over HTTP': () => fetch(`${server.url}${HISTORY}?channel=${GENERAL}`, { headers }),
};
const hit = (fault: object) => team.slack.faults.add({ method: HISTORY, ...fault } as Fault);

describe.each(Object.entries(skins))('an answer %s', (_skin, read) => {
  const whole = async () => Buffer.from(await (await read()).arrayBuffer());

  test('that is truncated ends there, without a word', async () => {
    const all = await whole();
    for (const at of [0, 1, 100, all.length - 1, all.length + 50]) {
      hit({ kind: 'truncated', at });
      expect(await whole()).toEqual(all.subarray(0, at));
    }
  });

  test('that breaks off fails after what came', async () => {
    const all = await whole();
    for (const at of [0, 100, all.length - 1]) {
      hit({ kind: 'broken-off', at });
      await expect(whole()).rejects.toThrow(TypeError);
    }
  });

  test('that is packed and cut comes as far as it goes, which is not all', async () => {
    const all = await whole();
    hit({ kind: 'gzip-cut', at: 200 });
    const part = await whole();
    expect(part.length).toBeLessThan(all.length);
    expect(all.subarray(0, part.length)).toEqual(part);
  });

  test('that is malformed is whole and no JSON', async () => {
    for (let i = 0; i < 20; i++) {
      hit({ kind: 'malformed' });
      const answer = await read();
      expect(answer.status).toBe(200);
      await expect(answer.json()).rejects.toThrow(SyntaxError);
    }
  });

  test('that is too large is as large as was asked for, and right', async () => {
    hit({ kind: 'oversize', bytes: 3_000_000 });
    const all = await whole();
    expect(all.length).toBe(3_000_000);
    expect(JSON.parse(all.toString()).messages).toHaveLength(20);
  });

  test('that comes drop by drop comes as the workspace’s clock goes on', async () => {
    hit({ kind: 'slow-loris', bytes: 1_000, ms: 60_000 });
    let isHere = false;
    const body = read().then(async (answer) => {
      const all = Object(await answer.json());
      isHere = true;
      return all;
    });
    const pieces = 30;
    for (let i = 0; i < pieces && !isHere; i++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (i < 2) expect(isHere).toBe(false);
      team.clock.advance(60_000);
    }
    expect((await body).messages).toHaveLength(20);
  });
});

describe('a history that lies', () => {
  const texts = async (args: object = {}) => {
    const { messages = [] } = await team.ana.conversations.history({ channel: GENERAL, ...args });
    return messages.map(({ text }) => text);
  };

  test('leaves out messages, or gives them twice: one at least, and the rest as they were', async () => {
    const all = await texts();
    hit({ kind: 'omit' });
    const fewer = await texts();
    expect(fewer.length).toBeLessThan(all.length);
    expect(all).toEqual(expect.arrayContaining(fewer));
    hit({ kind: 'omit', share: 0 });
    expect(await texts()).toHaveLength(19);
    hit({ kind: 'repeat', share: 1 });
    expect(await texts()).toEqual(all.flatMap((text) => [text, text]));
    hit({ kind: 'repeat', share: 0 });
    expect(await texts()).toHaveLength(21);
  });

  test('leaves an empty page and other methods as they are', async () => {
    team.slack.faults.add({ method: '*', kind: 'omit', times: 2 });
    expect(await refusal(team.ana.auth.test())).toBe('ok');
    expect(await texts({ oldest: '9999999999.000000' })).toEqual([]);
  });

  test('gives a page again, from which the walk goes on to the next', async () => {
    const pages: (string | undefined)[][] = [];
    hit({ kind: 'repeat-page', skip: 1 });
    for await (const { messages = [] } of team.ana.paginate(HISTORY, {
      channel: GENERAL,
      limit: 8,
    }) as AsyncIterable<{
      messages?: { text?: string }[];
    }>) {
      pages.push(messages.map(({ text }) => text));
    }
    expect(pages.map((page) => page[0])).toEqual([
      'message 19',
      'message 19',
      'message 11',
      'message 3',
    ]);
    hit({ kind: 'repeat-page' });
    expect(await refusal(team.ben.conversations.history({ channel: GENERAL }))).toBe('ok');
  });

  test('lies the same way for the same chance', async () => {
    const lies = async () => {
      const { slack, ana } = smallTeam();
      for (let i = 0; i < 20; i++) slack.as(ANA).post('general', `message ${i}`);
      const kinds = ['omit', 'repeat', 'truncated', 'malformed', 'gzip-cut'] as const;
      const bodies: string[] = [];
      for (const kind of kinds) {
        slack.faults.add({ method: HISTORY, kind });
        const read = fetchInto(slack)(`https://slack.com/api/${HISTORY}?channel=${GENERAL}`, {
          headers,
        });
        bodies.push(await (await read).text());
      }
      await ana.auth.test();
      return bodies;
    };
    expect(await lies()).toEqual(await lies());
  });
});

describe('a limit', () => {
  const wait = async () => {
    const answer = await fetchInto(team.slack)(`https://slack.com/api/${HISTORY}`, { headers });
    expect(answer.status).toBe(429);
    return answer.headers.get('retry-after');
  };

  test('may tell a date, or nothing', async () => {
    hit({ kind: 'limited', retryAfter: 90, form: 'date' });
    expect(await wait()).toBe('Sat, 21 Nov 2026 02:01:30 GMT');
    hit({ kind: 'limited', form: 'missing' });
    expect(await wait()).toBeNull();
    hit({ kind: 'limited', retryAfter: 7 });
    expect(await wait()).toBe('7');
  });

  test('of the workspace’s own may, too', async () => {
    team = smallTeam({ limits: 'strict15', retryAfter: 'date' });
    const slackApiUrl = 'https://slack.com/api/';
    const ana = new WebClient('xoxp-ana', { ...ONCE, slackApiUrl, fetch: fetchInto(team.slack) });
    await ana.conversations.history({ channel: GENERAL });
    expect(await wait()).toBe('Sat, 21 Nov 2026 02:01:00 GMT');
    expect(team.slack.calls.at(-1)).toMatchObject({ outcome: '429', retryAfter: 60 });
  });
});
