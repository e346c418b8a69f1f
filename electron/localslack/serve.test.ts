import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, expect, test } from 'vitest';
import { ONCE, refusal } from './testing/small-team.ts';

const ENTRY = fileURLToPath(new URL('serve.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'localslack-'));
afterAll(() => rmSync(folder, { recursive: true }));

const started: ReturnType<typeof spawn>[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function serve(...args: readonly string[]) {
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio: 'pipe' });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = async () => {
    await expect.poll(() => said.out, { timeout: 30_000 }).toMatch(/\n$/);
    return /^localslack is at (http:\/\/127\.0\.0\.1:\d+\/api\/)\n$/.exec(said.out)?.[1] ?? '';
  };
  return { child, said, ended, url };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const PATIENCE = { timeout: 60_000 };

test('says where it is, serves the small team, and ends when told to', PATIENCE, async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const { child, ended, url } = serve('--port', '0');
    const client = new WebClient('xoxp-ben', { ...ONCE, slackApiUrl: await url() });
    expect(await client.auth.test()).toMatchObject({ user: 'ben' });
    child.kill(signal);
    expect(await ended).toBe(0);
  }
});

test('serves who a seed says, with the ids it says, and nobody else', PATIENCE, async () => {
  const seed = file('team.json', {
    slack: {
      team: { id: 'T0NORTH0001', name: 'North', domain: 'north' },
      users: [{ id: 'U0DORA00001', name: 'dora', real_name: 'Dora Maar' }],
      channels: [{ id: 'C0OPS000001', name: 'ops', members: ['dora'] }],
      oauth_apps: [{ app_id: 'A0NORTH0001', client_id: '1.2', name: 'Desk' }],
      tokens: [{ token: 'xoxp-dora', user: 'dora', scopes: ['chat:write', 'channels:history'] }],
    },
  });
  const { url } = serve('--seed', seed, '--limits', 'off');
  const client = (token: string, slackApiUrl: string) =>
    new WebClient(token, { ...ONCE, slackApiUrl });
  const slackApiUrl = await url();
  const dora = client('xoxp-dora', slackApiUrl);
  expect(await dora.auth.test()).toMatchObject({
    user_id: 'U0DORA00001',
    team_id: 'T0NORTH0001',
  });
  const { ts } = await dora.chat.postMessage({ channel: 'ops', text: 'hello' });
  const { messages } = await dora.conversations.history({ channel: 'C0OPS000001' });
  expect(messages).toMatchObject([{ ts, user: 'U0DORA00001' }]);
  expect(await refusal(client('xoxp-ana', slackApiUrl).auth.test())).toBe('invalid_auth');
});

test('lets time stand, and its ts with it', PATIENCE, async () => {
  const { url } = serve('--clock', '2026-11-21T02:00:00Z');
  const slackApiUrl = await url();
  const ana = new WebClient('xoxp-ana', { ...ONCE, slackApiUrl });
  const posted = await ana.chat.postMessage({ channel: 'general', text: 'hello' });
  expect(posted.ts).toBe('1795226400.000000');
  const moved = await fetch(new URL('/_control/clock', slackApiUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: 60_000 }),
  });
  expect(await moved.json()).toMatchObject({ ok: true, now: 1_795_226_460_000 });
});

test('explains itself', PATIENCE, async () => {
  const { said, ended } = serve('--help');
  expect(await ended).toBe(0);
  expect(said.out).toContain('--seed FILE');
});

test.each([
  ['an unknown option', ['--prot', '1'], "'--prot'"],
  ['a port that is no number', ['--port', 'x'], '--port takes a number.'],
  ['a port that cannot be', ['--port', '99999'], '99999'],
  ['a limit that is none', ['--limits', 'some'], '--limits takes off, slack, strict15.'],
  ['a time that is none', ['--clock', 'noon'], '--clock takes a time'],
  ['a seed that is not there', ['--seed', join(folder, 'nowhere.json')], 'nowhere.json'],
  [
    'a seed that is no JSON',
    ['--seed', file('broken.json', '{"slack":\n{')],
    'broken.json is no JSON: ',
  ],
  [
    'a seed with a mistake',
    ['--seed', file('wrong.json', { slack: { users: [{}] } })],
    'at slack.users.0.name: ',
  ],
])('%s is told in one line', PATIENCE, async (_what, args, words) => {
  const { said, ended } = serve(...args);
  expect(await ended).toBe(2);
  expect(said.err).toMatch(/^[^\n]+\n$/);
  expect(said.err).toContain(words);
  expect(said.out).toBe('');
});
