import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from './faults.ts';
import { fetchInto } from './fetch.ts';
import { listen } from './http.ts';
import { ANA, GENERAL, ONCE, type SmallTeam, smallTeam } from './testing/small-team.ts';

/** A way to reach a workspace with Slack's own client, and with bare requests. */
type Skin = {
  readonly client: (token: string, options?: object) => WebClient;
  readonly fetch: typeof fetch;
  readonly url: string;
  readonly close: () => Promise<void>;
};

async function inProcess({ slack }: SmallTeam): Promise<Skin> {
  const into = fetchInto(slack);
  return {
    client: (token, options) => new WebClient(token, { ...ONCE, fetch: into, ...options }),
    fetch: into,
    url: 'https://slack.com/api/',
    close: async () => undefined,
  };
}

async function overHttp({ slack }: SmallTeam): Promise<Skin> {
  const { url, close } = await listen(slack, { port: 0 });
  return {
    client: (token, options) => new WebClient(token, { ...ONCE, slackApiUrl: url, ...options }),
    fetch,
    url,
    close,
  };
}

describe.each([
  ['in process', inProcess],
  ['over HTTP', overHttp],
] as const)('%s', (_name, open) => {
  let team: SmallTeam;
  let skin: Skin;
  let ana: WebClient;
  beforeEach(async () => {
    team = smallTeam();
    skin = await open(team);
    ana = skin.client('xoxp-ana');
  });
  afterEach(() => skin.close());

  const post = (text: string) => ana.chat.postMessage({ channel: GENERAL, text });
  const texts = () => team.slack.channelNamed('general')?.messages.map(({ text }) => text);

  test('a message of many scripts goes there and back', async () => {
    const metadata = { event_type: 'ours', event_payload: { body: '{"é":"日本語 🧯"}' } };
    await ana.chat.postMessage({ channel: GENERAL, text: 'Ünïcode 日本語 = 100% + a', metadata });
    const { messages } = await skin
      .client('xoxp-ben')
      .conversations.history({ channel: GENERAL, include_all_metadata: true });
    expect(messages?.[0]).toMatchObject({ text: 'Ünïcode 日本語 = 100% + a', user: ANA, metadata });
  });

  test('a file goes there and back, and nobody else gets it', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    await ana.filesUploadV2({ channel_id: GENERAL, filename: 'graph.png', file: bytes });
    const { messages } = await ana.conversations.history({ channel: GENERAL });
    const address = messages?.[0]?.files?.[0]?.url_private ?? '';
    const headers = { authorization: 'Bearer xoxp-ben' };
    const answer = await skin.fetch(address, { headers });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    const stranger = await skin.fetch(address);
    expect(stranger.status).toBe(200);
    expect(await stranger.text()).toContain('Sign in');
  });

  test('the answer names the token’s scopes and those the method takes', async () => {
    const { response_metadata } = await ana.users.list({});
    expect(response_metadata?.scopes).toContain('chat:write');
    expect(response_metadata?.acceptedScopes).toEqual(['users:read']);
  });

  test.each([
    ['JSON', 'application/json', '{"channel":"C0GENERAL01","text":"hello"}'],
    ['a form', 'application/x-www-form-urlencoded', 'channel=C0GENERAL01&text=hello'],
  ])('a body of %s is understood', async (_kind, type, body) => {
    const headers = { 'content-type': type, authorization: 'Bearer xoxp-ana' };
    const url = `${skin.url}chat.postMessage`;
    const answer = await skin.fetch(url, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ ok: true });
    expect(texts()).toEqual(['hello']);
  });

  test('the token may be an argument, and arguments may stand in the address', async () => {
    const answer = await skin.fetch(`${skin.url}users.info?token=xoxp-ana&user=${ANA}`);
    expect(await answer.json()).toMatchObject({ ok: true, user: { id: ANA } });
  });

  test.each([
    ['{', 'invalid_json'],
    ['[1]', 'json_not_object'],
  ])('the body %s is refused with %s', async (body, error) => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer xoxp-ana' };
    const answer = await skin.fetch(`${skin.url}auth.test`, { method: 'POST', headers, body });
    expect(await answer.json()).toEqual({ ok: false, error });
  });

  test.each([
    ['limited', { kind: 'limited', retryAfter: 7 }, { retryAfter: 7 }, 0],
    ['limited without a time', { kind: 'limited', retryAfter: null }, {}, 0],
    ['refused by status', { kind: 'status', status: 502 }, { statusCode: 502 }, 0],
    ['done, and refused by status', { kind: 'status', committed: true }, { statusCode: 503 }, 1],
    [
      'refused by code',
      { kind: 'error', error: 'internal_error' },
      { data: { error: 'internal_error' } },
      0,
    ],
    [
      'done, and refused by code',
      { kind: 'error', committed: true },
      { data: { error: 'fatal_error' } },
      1,
    ],
    ['dropped before', { kind: 'drop-before' }, { code: 'slack_webapi_request_error' }, 0],
    ['dropped after', { kind: 'drop-after' }, { code: 'slack_webapi_request_error' }, 1],
    [
      'caught by a portal’s page',
      { kind: 'html' },
      { data: { error: expect.stringContaining('<title>') } },
      0,
    ],
    ['sent to a portal', { kind: 'redirect' }, { code: 'slack_webapi_request_error' }, 0],
  ] as const)('a post that is %s', async (_what, fault, failure, posted) => {
    team.slack.faults.add({ method: 'chat.postMessage', ...fault } as Fault);
    await expect(post('x')).rejects.toMatchObject(failure);
    expect(texts()).toHaveLength(posted);
    await post('y');
    expect(texts()).toHaveLength(posted + 1);
  });

  test.each([
    [false, 0],
    [true, 1],
  ])('a call that hangs, with Slack’s part done: %s', async (committed, posted) => {
    team.slack.faults.add({ method: 'chat.postMessage', kind: 'hang', committed });
    const impatient = skin.client('xoxp-ana', { timeout: 50 });
    await expect(impatient.chat.postMessage({ channel: GENERAL, text: 'x' })).rejects.toMatchObject(
      { code: 'slack_webapi_request_error' },
    );
    expect(texts()).toHaveLength(posted);
  });

  test('a slow answer comes when the workspace’s clock says so', async () => {
    team.slack.faults.add({ method: 'auth.test', kind: 'slow', ms: 5_000 });
    let isHere = false;
    const answer = ana.auth.test().then(() => {
      isHere = true;
    });
    await expect.poll(() => team.slack.calls.length).toBe(1);
    team.clock.advance(4_999);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isHere).toBe(false);
    team.clock.advance(1);
    await answer;
  });
});
