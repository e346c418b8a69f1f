import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CONTROLS } from './control.ts';
import { type LocalSlackServer, listen } from './http.ts';
import { PICTURE } from './testing/picture.ts';
import { ANA, BEN, GENERAL, refusal, type SmallTeam, smallTeam } from './testing/small-team.ts';

let team: SmallTeam;
let server: LocalSlackServer;
beforeEach(async () => {
  team = smallTeam();
  server = await listen(team.slack, { port: 0, clock: team.clock });
});
afterEach(() => server.close());

async function ask(verb: string, name: string, body?: unknown) {
  const answer = await fetch(new URL(`/_control/${name}`, server.url), {
    method: verb,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const said = Object(await answer.json());
  expect(said.ok).toBe(answer.status === 200);
  return { status: answer.status, ...said };
}
const post = (name: string, body: unknown = {}) => ask('POST', name, body);
const newest = () => team.slack.channelNamed('general')?.messages.at(-1);

test('a reset makes everything as it was seeded', async () => {
  const { slack, ana } = team;
  slack.as(ANA).upload('general', { name: 'a.txt', bytes: 'gone soon' });
  slack.as(ANA).create('gone-too');
  await ana.chat.postMessage({ channel: BEN, text: 'gone' });
  await ana.auth.revoke();
  slack.faults.add({ method: '*', kind: 'hang' });
  expect(await post('reset')).toMatchObject({ status: 200 });
  expect(slack.calls).toEqual([]);
  expect(await refusal(ana.auth.test())).toBe('ok');
  expect(slack.channels().map(({ name }) => name)).toEqual(['general', 'random']);
  expect(slack.channelNamed('general')?.messages).toEqual([]);
  const { already_open } = await ana.conversations.open({ users: BEN });
  expect(already_open).toBeUndefined();
});

describe('faults', () => {
  const fault = { method: 'auth.test', kind: 'error', error: 'fatal_error' };

  test('are added, listed with what is left of them, and cleared', async () => {
    await post('faults', [
      { ...fault, times: 2 },
      { method: '*', kind: 'drop-before' },
    ]);
    expect(await refusal(team.ana.auth.test())).toBe('fatal_error');
    const { faults } = await ask('GET', 'faults');
    expect(faults).toEqual([
      { ...fault, skip: 0, times: 1 },
      { method: '*', kind: 'drop-before', skip: 0, times: 1 },
    ]);
    await ask('DELETE', 'faults');
    expect((await ask('GET', 'faults')).faults).toEqual([]);
    expect(await refusal(team.ana.auth.test())).toBe('ok');
  });

  test('may be one; readers may be made to lag', async () => {
    await post('faults', fault);
    await post('lag', { ms: 1_000 });
    expect(await ask('GET', 'faults')).toMatchObject({ faults: [fault], lag: 1_000 });
  });

  test.each(['', '?', '{}', '[]', '{"method":"auth.test","kind":"strange"}'])(
    'what is none (%s) is refused',
    async (body) => {
      expect(await ask('POST', 'faults', body)).toMatchObject({ status: 400 });
      expect(team.slack.faults.list()).toEqual([]);
    },
  );
});

describe('the clock', () => {
  test('is told, set and moved on, and with it the ts of what is said', async () => {
    const at = '2026-11-21T02:00:00Z';
    expect(await post('clock', { set: at })).toMatchObject({ now: Date.parse(at), stands: true });
    await post('clock', { advance: 1_500 });
    const { ts } = await post('say', { user: 'ben', channel: 'general', text: 'now' });
    expect(ts).toBe('1795226401.500000');
    expect((await ask('GET', 'clock')).now).toBe(1_795_226_401_500);
  });

  test('is left alone where it is the real one', async () => {
    const real = await listen(team.slack, 0);
    const answer = await fetch(new URL('/_control/clock', real.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"advance":1}',
    });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ error: expect.stringContaining('--clock') });
    await real.close();
  });
});

describe('a person', () => {
  test('says something, answers, changes it and takes it away', async () => {
    const { ts } = await post('say', { user: BEN, channel: GENERAL, text: 'first' });
    const reply = { user: 'ana', channel: 'general', text: 'so?', thread_ts: ts };
    await post('say', { ...reply, reply_broadcast: true });
    expect(newest()).toMatchObject({ subtype: 'thread_broadcast', threadTs: ts, user: ANA });
    await post('edit', { channel: 'general', ts, text: 'second' });
    await post('react', { user: 'ana', channel: 'general', ts, emoji: 'eyes' });
    const [root] = team.slack.channelNamed('general')?.messages ?? [];
    expect(root).toMatchObject({ text: 'second', reactions: [{ name: 'eyes', users: [ANA] }] });
    await post('delete', { channel: 'general', ts: newest()?.ts });
    expect(newest()).toBe(root);
  });

  test('shares a picture', async () => {
    const base64 = Buffer.from(PICTURE).toString('base64');
    const share = { user: 'ben', channel: 'general', name: 'graph.png', base64, comment: 'look' };
    const { file } = await post('upload', share);
    expect(newest()).toMatchObject({ fileIds: [file], text: 'look' });
  });

  test('archives a channel, and loses a token', async () => {
    const channel = team.slack.as(ANA).create('inc-1');
    await post('archive', { channel });
    expect(team.slack.channelNamed('inc-1')?.isArchived).toBe(true);
    await post('end-token', { token: 'xoxp-ben', why: 'token_revoked' });
    expect(await refusal(team.ben.auth.test())).toBe('token_revoked');
  });
});

test('rules for metadata and limits are told and changed', async () => {
  expect(await ask('GET', 'metadata')).toMatchObject({ person: 'kept', payload: 'strict' });
  await post('metadata', { person: 'refused' });
  const metadata = { event_type: 'x', event_payload: { n: 1 } };
  const send = team.ana.chat.postMessage({ channel: GENERAL, text: 'x', metadata });
  expect(await refusal(send)).toBe('metadata_must_be_sent_from_app');
  await post('limits', { mode: 'strict15' });
  expect(await ask('GET', 'limits')).toMatchObject({ mode: 'strict15' });
  await post('reset');
  expect(await ask('GET', 'limits')).toMatchObject({ mode: 'off' });
  expect(await ask('GET', 'metadata')).toMatchObject({ person: 'kept' });
});

test('a channel is given a long past, which ends now', async () => {
  await post('fill', { channel: 'general', count: 1_000 });
  expect(newest()).toMatchObject({ text: 'message 1000', user: BEN, at: team.clock.now() - 1_000 });
  expect(team.slack.channelNamed('general')?.messages).toHaveLength(1_000);
});

test('who signs in is told', async () => {
  await post('sign-in', { user: 'ana' });
  const page = new URL('/oauth/v2/authorize?client_id=1111.2222&user_scope=chat:write', server.url);
  page.searchParams.set('redirect_uri', 'http://localhost:47100/oauth');
  const answer = await fetch(page, { redirect: 'manual' });
  expect(answer.headers.get('location')).toContain('http://localhost:47100/oauth?code=');
  expect(await post('sign-in', { user: 'eve' })).toMatchObject({ status: 404 });
});

test('whatever can be controlled is in the guide, with a line to do it by', () => {
  const guide = readFileSync(new URL('../../docs/localslack.md', import.meta.url), 'utf8');
  expect(
    CONTROLS.filter((name) => !guide.includes(`$at/${name} `) && !guide.includes(`$at/${name}\n`)),
  ).toEqual([]);
});

test('calls are told', async () => {
  await team.ana.auth.test();
  const { calls } = await ask('GET', 'calls');
  expect(calls).toEqual([expect.objectContaining({ method: 'auth.test', outcome: 'ok' })]);
});

test.each([
  ['POST', 'nothing', {}, 404, 'There is no nothing. There are: reset,'],
  ['POST', 'toString', {}, 404, 'There is no toString.'],
  ['GET', 'reset', undefined, 405, 'reset takes POST, not GET.'],
  ['POST', 'reset', { hard: true }, 400, 'The body: '],
  ['POST', 'say', { user: 'ben', channel: 'general' }, 400, 'text: '],
  ['POST', 'say', { user: 'eve', channel: 'general', text: 'x' }, 404, 'nobody called eve'],
  ['POST', 'say', { user: 'ben', channel: 'nowhere', text: 'x' }, 404, 'no channel nowhere'],
  ['POST', 'edit', { channel: GENERAL, ts: '1.000001', text: 'x' }, 404, 'no message 1.000001'],
  ['POST', 'clock', { set: 'soon' }, 400, ''],
  ['POST', 'clock', { advance: -1 }, 400, ''],
  ['POST', 'say', '{"user"', 400, 'The body is no JSON: '],
] as const)('%s %s %o is refused with %i', async (verb, name, body, status, words) => {
  const said = await ask(verb, name, body);
  expect(said.status).toBe(status);
  expect(said.error).toContain(words);
});

test('what Slack refuses a person is told by Slack’s code', async () => {
  const channel = team.slack.as(ANA).create('inc-1');
  await post('archive', { channel });
  expect(await post('say', { user: 'ben', channel, text: 'x' })).toMatchObject({
    status: 409,
    error: 'is_archived',
  });
});
