import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DOOR_FILE, openToCommandLine } from './command-door.ts';
import type { EngineLink } from './engine-worker.ts';

let profile: string;
let asked: unknown[];
let engine: EngineLink;
beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  asked = [];
  engine = await openToCommandLine(profile, engineDouble(), () => undefined);
});
afterEach(async () => {
  await engine.stop();
  rmSync(profile, { recursive: true, force: true });
});

function engineDouble(): EngineLink {
  return {
    request: async (raw) => {
      asked.push(raw);
      return { type: 'result', id: 1, output: 'done' };
    },
    subscribe: () => () => undefined,
    report: () => undefined,
    stop: async () => undefined,
    ended: new Promise(() => undefined),
  };
}

const door = () => JSON.parse(readFileSync(join(profile, DOOR_FILE), 'utf8'));
const note = { id: 1, kind: 'command', name: 'note.add', input: {} };

type Told = { status: number; body: string };

/** Node's own client, which (unlike a browser) lets a test lie about Host and Origin. */
function knock(
  headers: Record<string, string> = {},
  body: string = JSON.stringify(note),
  method = 'POST',
): Promise<Told> {
  const { port, key } = door();
  const all = { Authorization: `Bearer ${key}`, ...headers };
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, headers: all });
    request.on('error', reject);
    request.on('response', (response) => {
      let told = '';
      response.on('data', (data) => (told += String(data)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: told }));
    });
    request.end(body);
  });
}

test('whoever can read the profile is let in, and the file is for its owner alone', async () => {
  expect(await knock()).toEqual({
    status: 200,
    body: JSON.stringify({ type: 'result', id: 1, output: 'done' }),
  });
  expect(asked).toEqual([note]);
  if (process.platform !== 'win32') {
    expect(statSync(join(profile, DOOR_FILE)).mode & 0o777).toBe(0o600);
  }
});

test.each<[string, Record<string, string>]>([
  ['with a wrong key', { Authorization: 'Bearer 1234' }],
  ['with no key', { Authorization: '' }],
  ['a page of a browser, even one of this computer', { Origin: 'http://127.0.0.1' }],
  ['a page of a browser that hides its origin', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a name that was pointed at this computer', { Host: 'evil.example' }],
])('%s is turned away', async (_who, headers) => {
  expect((await knock(headers)).status).toBe(403);
  expect(asked).toEqual([]);
});

test.each([
  ['what is no request', 'null'],
  ['what is no JSON', '{'],
  ['tokens', JSON.stringify({ ...note, name: 'slack.connect' })],
  ['the queue', JSON.stringify({ ...note, kind: 'query', name: 'queue' })],
  ['what every object has', JSON.stringify({ ...note, name: 'toString' })],
  ['what is too long', JSON.stringify({ ...note, input: 'x'.repeat(1_100_000) })],
])('%s cannot be asked for', async (_what, body) => {
  expect((await knock({}, body)).status).toBe(403);
  expect(asked).toEqual([]);
});

test('reading the address in a browser tells nothing', async () => {
  expect((await knock({}, '', 'GET')).status).toBe(403);
});

test('the door is closed with the app, and another app’s door stays', async () => {
  const { port } = door();
  await engine.stop();
  expect(() => door()).toThrow();
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();

  engine = await openToCommandLine(profile, engineDouble(), () => undefined);
  const others = JSON.stringify({ port: 1, key: 'another' });
  writeFileSync(join(profile, DOOR_FILE), others);
  await engine.stop();
  expect(JSON.stringify(door())).toBe(others);
});

test('where the profile cannot be written the app goes on without a door, and says why', async () => {
  const failures: unknown[] = [];
  const nowhere = join(profile, 'none', 'such');
  const link = await openToCommandLine(nowhere, engineDouble(), (cause) => failures.push(cause));
  expect(await link.request(note)).toMatchObject({ type: 'result' });
  expect(failures).toEqual([expect.objectContaining({ code: 'ENOENT' })]);
  await link.stop();
});
