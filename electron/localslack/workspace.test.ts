import { WebClient } from '@slack/web-api';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fetchInto } from './fetch.ts';
import { type LocalSlackServer, listen } from './http.ts';
import { SMALL_TEAM } from './seed.ts';
import { createWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

let now = Date.UTC(2026, 10, 21, 2);
const clock = { now: () => now, after: () => () => undefined };

function workspaceWith(options: Partial<WorkspaceOptions> = {}): Workspace {
  return createWorkspace({ seed: SMALL_TEAM, clock, random: Math.random, ...options });
}

const quiet = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true } as const;

function client(workspace: Workspace, token: string): WebClient {
  return new WebClient(token, { ...quiet, fetch: fetchInto(workspace) });
}

/** Slack's code of a refused call. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (cause) {
    return Object(cause).data?.error ?? Object(cause).code;
  }
  return 'ok';
}

const metadata = { event_type: 'ours', event_payload: { body: '[]', n: 1 } };
let slack: Workspace;
let ana: WebClient;
let ben: WebClient;
let bot: WebClient;

beforeEach(() => {
  slack = workspaceWith();
  ana = client(slack, 'xoxp-ana');
  ben = client(slack, 'xoxp-ben');
  bot = client(slack, 'xoxb-quarterdeck');
});

async function channel(name: string, is_private = false): Promise<string> {
  const made = await ana.conversations.create({ name, is_private });
  return made.channel?.id ?? '';
}

describe('signing in', () => {
  test('tells whose token it is and what it may do', async () => {
    const whoami = await ana.auth.test();
    expect(whoami).toMatchObject({ team: 'Acme', user: 'ana', user_id: 'U0ANA000001' });
    expect(whoami.response_metadata?.scopes).toContain('channels:history');
    expect(await bot.auth.test()).toHaveProperty('bot_id');
  });

  test('refuses unknown, revoked and weak tokens in Slack’s codes', async () => {
    expect(await refusal(client(slack, 'xoxp-nobody').auth.test())).toBe('invalid_auth');
    slack.endToken('xoxp-ben', 'token_revoked');
    expect(await refusal(ben.auth.test())).toBe('token_revoked');
    const tokens = [{ token: 'xoxp-weak', user: 'ana', scopes: ['chat:write'] }];
    const weak = workspaceWith({ seed: { slack: { ...SMALL_TEAM.slack, tokens } } });
    expect(await refusal(client(weak, 'xoxp-weak').users.list({}))).toBe('missing_scope');
  });

  test('a method it does not have is unknown', async () => {
    expect(await refusal(ana.apiCall('chat.shout'))).toBe('unknown_method');
  });
});

describe('channels', () => {
  test.each([
    ['', 'invalid_name_required'],
    ['With Blank', 'invalid_name_specials'],
    ['UPPER', 'invalid_name_specials'],
    ['---', 'invalid_name_punctuation'],
    ['x'.repeat(81), 'invalid_name_maxlength'],
    ['general', 'name_taken'],
  ])('cannot be named "%s"', async (name, code) => {
    expect(await refusal(ana.conversations.create({ name }))).toBe(code);
  });

  test('public ones are read by every person, by a bot only when it is in them', async () => {
    const id = await channel('inc-1');
    expect(await refusal(ben.conversations.history({ channel: id }))).toBe('ok');
    expect(await refusal(bot.conversations.history({ channel: id }))).toBe('not_in_channel');
    await bot.conversations.join({ channel: id });
    expect(await refusal(bot.conversations.history({ channel: id }))).toBe('ok');
  });

  test('private ones do not exist for others', async () => {
    const id = await channel('inc-2', true);
    expect(await refusal(ben.conversations.history({ channel: id }))).toBe('channel_not_found');
    await ana.conversations.invite({ channel: id, users: 'U0BEN000001' });
    expect(await refusal(ben.conversations.history({ channel: id }))).toBe('ok');
    const mine = await ben.users.conversations({ types: 'private_channel' });
    expect(mine.channels?.map((found) => found.name)).toEqual(['inc-2']);
  });

  test('archiving puts bots out and stops posts', async () => {
    const id = await channel('inc-3');
    await bot.conversations.join({ channel: id });
    await ana.conversations.archive({ channel: id });
    expect(await refusal(ana.chat.postMessage({ channel: id, text: 'x' }))).toBe('is_archived');
    expect(await refusal(bot.conversations.history({ channel: id }))).toBe('not_in_channel');
    expect(await refusal(ana.conversations.history({ channel: id }))).toBe('ok');
  });
});

describe('messages', () => {
  test('are posted by members, and show their metadata only to those who ask', async () => {
    const id = await channel('inc-4');
    expect(await refusal(ben.chat.postMessage({ channel: id, text: 'x' }))).toBe('not_in_channel');
    const posted = await ana.chat.postMessage({ channel: id, text: 'hello', metadata });
    expect(posted.message?.metadata).toEqual({ event_type: 'ours' });
    const brief = await ben.conversations.history({ channel: id });
    expect(brief.messages?.[0]?.metadata).toEqual({ event_type: 'ours' });
    const whole = await ben.conversations.history({ channel: id, include_all_metadata: true });
    expect(whole.messages?.[0]).toMatchObject({ text: 'hello', user: 'U0ANA000001', metadata });
  });

  test('come back changed: addresses, escapes, emoji', async () => {
    const id = await channel('inc-5');
    await ana.chat.postMessage({
      channel: id,
      text: 'see https://acme.test/x & 🔥 &lt; <b> <@U0BEN000001>',
    });
    const { messages } = await ana.conversations.history({ channel: id });
    expect(messages?.[0]?.text).toBe(
      'see <https://acme.test/x> &amp; :fire: &lt; &lt;b&gt; <@U0BEN000001>',
    );
  });

  test('have the limits Slack has', async () => {
    const id = await channel('inc-6');
    const post = (args: object) =>
      refusal(ana.chat.postMessage({ channel: id, text: 'x', ...args }));
    const section = (length: number) => ({
      type: 'section' as const,
      text: { type: 'plain_text' as const, text: 'x'.repeat(length) },
    });
    expect(await post({ blocks: Array.from({ length: 51 }, () => section(1)) })).toBe(
      'invalid_blocks',
    );
    expect(await post({ blocks: [section(3_001)] })).toBe('invalid_blocks');
    expect(await post({ blocks: Array.from({ length: 5 }, () => section(2_900)) })).toBe(
      'msg_blocks_too_long',
    );
    const large = { event_type: 'x', event_payload: { body: 'x'.repeat(9_000) } };
    expect(await post({ metadata: large })).toBe('metadata_too_large');
    const deep = { event_type: 'x', event_payload: { a: { b: { c: 1 } } } };
    expect(await post({ metadata: deep })).toBe('invalid_metadata_format');
    expect(await post({ text: '' })).toBe('no_text');
  });

  test('are changed and deleted by their author alone; a root with replies leaves a tombstone', async () => {
    const id = await channel('inc-7');
    await ben.conversations.join({ channel: id });
    const { ts = '' } = await ana.chat.postMessage({ channel: id, text: 'first' });
    expect(await refusal(ben.chat.update({ channel: id, ts, text: 'x' }))).toBe(
      'cant_update_message',
    );
    await ana.chat.update({ channel: id, ts, text: 'second' });
    await ben.chat.postMessage({ channel: id, text: 'reply', thread_ts: ts });
    const before = await ana.conversations.history({ channel: id });
    expect(before.messages?.[0]).toMatchObject({ text: 'second', reply_count: 1 });
    expect(before.messages?.[0]).toHaveProperty('edited');
    await ana.chat.delete({ channel: id, ts });
    const after = await ana.conversations.history({ channel: id });
    expect(after.messages?.[0]).toMatchObject({ subtype: 'tombstone', user: 'USLACKBOT' });
  });

  test('a walk by any page size shows each once, newest first', async () => {
    const id = await channel('inc-8');
    for (let i = 0; i < 23; i++) await ana.chat.postMessage({ channel: id, text: `m${i}` });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await ana.conversations.history({
            channel: id,
            limit,
            ...(cursor === undefined ? {} : { cursor }),
          });
          seen.push(...(page.messages ?? []).map((message) => message.ts ?? ''));
          cursor = page.response_metadata?.next_cursor || undefined;
        } while (cursor !== undefined);
        expect(seen).toEqual([...seen].sort().reverse());
        // 23 messages and Slack's own line about joining.
        expect(new Set(seen).size).toBe(24);
      }),
      { numRuns: 15 },
    );
  });

  test('bounds are exclusive unless said otherwise', async () => {
    const id = await channel('inc-9');
    const { ts: one = '' } = await ana.chat.postMessage({ channel: id, text: 'one' });
    const { ts: two = '' } = await ana.chat.postMessage({ channel: id, text: 'two' });
    const texts = async (args: object) =>
      (await ana.conversations.history({ channel: id, ...args })).messages?.map((m) => m.text);
    expect(await texts({ oldest: one })).toEqual(['two']);
    expect(await texts({ oldest: one, latest: two, inclusive: true })).toEqual(['two', 'one']);
    expect(await refusal(ana.conversations.history({ channel: id, oldest: 'x' }))).toBe(
      'invalid_ts_oldest',
    );
    expect(await refusal(ana.conversations.history({ channel: id, cursor: 'x' }))).toBe(
      'invalid_cursor',
    );
  });
});

describe('bad days', () => {
  test('a budget runs out per method and says how long to wait', async () => {
    const strict = workspaceWith({ limits: 'strict15' });
    const reader = client(strict, 'xoxp-ana');
    await reader.conversations.history({ channel: 'C0GENERAL01' });
    await expect(reader.conversations.history({ channel: 'C0GENERAL01' })).rejects.toMatchObject({
      retryAfter: 60,
    });
    expect(await refusal(reader.auth.test())).toBe('ok');
    now += 60_000;
    expect(await refusal(reader.conversations.history({ channel: 'C0GENERAL01' }))).toBe('ok');
  });

  test('a call can be lost after Slack did its part', async () => {
    slack.faults.add({ method: 'chat.postMessage', kind: 'drop-after' });
    const lost = await refusal(ana.chat.postMessage({ channel: 'C0GENERAL01', text: 'once' }));
    expect(lost).toBe('slack_webapi_request_error');
    const { messages } = await ana.conversations.history({ channel: 'C0GENERAL01' });
    expect(messages?.map((message) => message.text)).toEqual(['once']);
    expect(slack.calls.map((call) => call.outcome)).toEqual(['drop', 'ok']);
  });

  test('history can lag behind a post', async () => {
    slack.faults.setLag(2_000);
    await ana.chat.postMessage({ channel: 'C0GENERAL01', text: 'late' });
    expect((await ana.conversations.history({ channel: 'C0GENERAL01' })).messages).toEqual([]);
    now += 2_000;
    expect((await ana.conversations.history({ channel: 'C0GENERAL01' })).messages).toHaveLength(1);
  });
});

describe('over HTTP', () => {
  let server: LocalSlackServer;
  beforeEach(async () => {
    server = await listen(slack, 0);
  });
  afterEach(() => server.close());

  test('it is the same workspace', async () => {
    const overHttp = new WebClient('xoxp-ana', { ...quiet, slackApiUrl: server.url });
    await overHttp.chat.postMessage({ channel: 'C0GENERAL01', text: 'over http', metadata });
    const { messages } = await ben.conversations.history({
      channel: 'C0GENERAL01',
      include_all_metadata: true,
    });
    expect(messages?.[0]).toMatchObject({ text: 'over http', metadata });
  });

  test('it can be reset and made to fail', async () => {
    const overHttp = new WebClient('xoxp-ana', { ...quiet, slackApiUrl: server.url });
    const root = new URL('/', server.url);
    const fault = { method: '*', kind: 'limited', retryAfter: 7 };
    const body = JSON.stringify(fault);
    await fetch(new URL('_control/faults', root), { method: 'POST', body });
    await expect(overHttp.auth.test()).rejects.toMatchObject({ retryAfter: 7 });
    await overHttp.chat.postMessage({ channel: 'C0GENERAL01', text: 'gone soon' });
    await fetch(new URL('_control/reset', root), { method: 'POST' });
    expect((await overHttp.conversations.history({ channel: 'C0GENERAL01' })).messages).toEqual([]);
    expect(
      (await fetch(new URL('_control/faults', root), { method: 'POST', body: '?' })).status,
    ).toBe(400);
  });
});
