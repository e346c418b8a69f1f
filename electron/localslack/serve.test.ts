import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebClient } from '@slack/web-api';
import { afterAll, expect, test } from 'vitest';
import { ONCE } from './testing/small-team.ts';

const ENTRY = fileURLToPath(new URL('serve.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'localslack-'));
afterAll(() => rmSync(folder, { recursive: true }));

function serve(...args: readonly string[]) {
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio: 'pipe' });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said, ended };
}

test('says where it is, serves the small team, and ends when told to', async () => {
  const { child, said, ended } = serve('--port', '0');
  await expect.poll(() => said.out, { timeout: 10_000 }).toMatch(/\n$/);
  const url = /^localslack is at (http:\/\/127\.0\.0\.1:\d+\/api\/)\n$/.exec(said.out)?.[1] ?? '';
  const client = new WebClient('xoxp-ben', { ...ONCE, slackApiUrl: url });
  expect(await client.auth.test()).toMatchObject({ user: 'ben' });
  child.kill('SIGINT');
  expect(await ended).toBe(0);
}, 20_000);

const broken = join(folder, 'broken.json');
writeFileSync(broken, '{"slack":\n{');
const wrong = join(folder, 'wrong.json');
writeFileSync(wrong, '{"slack":{"users":[{}]}}');

test.each([
  ['an unknown option', ['--prot', '1']],
  ['a port that is no number', ['--port', 'x']],
  ['a port that cannot be', ['--port', '99999']],
  ['a seed that is not there', ['--seed', join(folder, 'nowhere.json')]],
  ['a seed that is no JSON', ['--seed', broken]],
  ['a seed with a mistake', ['--seed', wrong]],
])(
  '%s is told in one line',
  async (_what, args) => {
    const { said, ended } = serve(...args);
    expect(await ended).toBe(2);
    expect(said.err).toMatch(/^[^\n]+\n$/);
    expect(said.out).toBe('');
  },
  20_000,
);
