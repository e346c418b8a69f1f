import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Desktop, startDesktop } from '../engine/testing/desktop.ts';
import { DOOR_FILE, openToCommandLine } from './command-door.ts';
import type { EngineLink } from './engine-worker.ts';
import { type Loopback, startLoopback } from './loopback.ts';

/** A real engine behind both doors of this computer, and what reached it. */
let desk: Desktop;
let door: EngineLink;
let shell: Loopback;
let profile: string;
let cookie: string;
const reached: unknown[] = [];

beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  desk = await startDesktop();
  const engine: EngineLink = {
    request: (raw) => {
      reached.push(raw);
      return desk.engine.handle(raw);
    },
    subscribe: desk.engine.subscribe,
    report: () => undefined,
    stop: async () => undefined,
    ended: new Promise(() => undefined),
  };
  door = await openToCommandLine(profile, engine, (cause) => expect.fail(String(cause)));
  const started = await startLoopback({ port: 0, engine, files: new Map() });
  if (!started.ok) throw new Error(started.error.code);
  shell = started.value;
  const traded = await fetch(`${origin()}/session`, {
    method: 'POST',
    headers: { Origin: origin() },
    body: JSON.stringify({ token: new URL(shell.address).hash.replace('#token=', '') }),
  });
  cookie = traded.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterAll(async () => {
  await shell.close();
  await door.stop();
  await desk.stop();
  rmSync(profile, { recursive: true, force: true });
});
beforeEach(() => {
  reached.length = 0;
});

const origin = () => `http://127.0.0.1:${shell.port}`;
const doorPlace = (): { port: number; key: string } =>
  JSON.parse(readFileSync(join(profile, DOOR_FILE), 'utf8'));

const declaration = {
  ...{ id: 1, kind: 'command', name: 'incident.declare' },
  input: { incident: '01K0000000000000000000000A', name: 'Somebody else’s' },
};

type Answer = { readonly status: number; readonly body: string };

function ask(
  port: number,
  options: { path: string; method: string; headers: Record<string, string> },
  body: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, ...options });
    request.on('error', reject);
    request.on('response', (response) => {
      let told = '';
      response.on('data', (data) => (told += String(data)));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: told }));
    });
    request.end(body);
  });
}

/** What a header may hold at all. */
const headerText = fc.string({ unit: fc.constantFrom(...'abzAZ09:/.-_= ;,"'), maxLength: 60 });
const foreignHeaders = () =>
  fc.record(
    {
      Host: fc.oneof(
        fc.constantFrom(
          'evil.example',
          'localhost',
          '127.0.0.1',
          '[::1]',
          `127.0.0.1:${shell.port}`,
        ),
        headerText,
      ),
      Origin: fc.oneof(
        fc.constantFrom('null', 'https://evil.example', 'http://localhost'),
        headerText,
      ),
      Cookie: fc.oneof(headerText, fc.constant(`quarterdeck-${shell.port}=`)),
      Authorization: fc.oneof(headerText, fc.constant('Bearer ')),
      'Sec-Fetch-Site': fc.constantFrom('none', 'same-origin', 'cross-site'),
    },
    { requiredKeys: [] },
  );
const body = fc.oneof(
  fc.constant(JSON.stringify(declaration)),
  fc.constant('{"__proto__":{"token":"x"},"token":{"toString":1}}'),
  fc.json(),
  fc.string({ unit: 'binary', maxLength: 2_000 }),
);
const paths = fc.oneof(
  fc.constantFrom(
    '/',
    '/contract',
    '/session',
    '/session/check',
    '//',
    '/%',
    '/__proto__',
    '/..;/',
  ),
  fc.string({ unit: fc.constantFrom(...'abc/.%2eF?=&'), maxLength: 40 }).map((text) => `/${text}`),
);
const methods = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH');

test('a request without cookie or key is refused, whatever else it brings, and nothing runs', async () => {
  await fc.assert(
    fc.asyncProperty(
      paths,
      methods,
      foreignHeaders(),
      body,
      async (path, method, headers, sent) => {
        const asked = { path, method, headers };
        for (const port of [shell.port, doorPlace().port]) {
          const { status } = await ask(port, asked, sent);
          expect(status).toBeGreaterThanOrEqual(400);
          expect(status).toBeLessThan(500);
        }
      },
    ),
    { numRuns: 120 },
  );
  expect(reached).toEqual([]);
});

test('a socket without the whole of it (host, origin, cookie, path) is refused', async () => {
  const ours = { Host: `127.0.0.1:${shell.port}`, Origin: origin(), Cookie: cookie };
  const lies = fc.record({
    Host: fc.oneof(fc.constant(ours.Host), fc.constantFrom('evil.example', 'localhost')),
    Origin: fc.oneof(fc.constant(ours.Origin), fc.constantFrom('null', 'https://evil.example')),
    Cookie: fc.oneof(fc.constant(ours.Cookie), fc.constantFrom('', `${cookie}x`, 'a=b')),
    path: fc.constantFrom('/contract', '/contract/', '/', '/contract?x'),
  });
  await fc.assert(
    fc.asyncProperty(lies, async ({ path, ...headers }) => {
      fc.pre(
        path !== '/contract' ||
          Object.entries(ours).some(
            ([name, value]) => headers[name as keyof typeof ours] !== value,
          ),
      );
      const status = await new Promise((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${shell.port}${path}`, { headers });
        socket.on('open', () => resolve('open'));
        socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
        socket.on('error', () => resolve('error'));
      });
      expect([401, 403, 404, 421]).toContain(status);
    }),
    { numRuns: 60 },
  );
  expect(reached).toEqual([]);
});

test('bytes that are no HTTP at all end their own connection and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => {
      for (const port of [shell.port, doorPlace().port]) {
        await new Promise<void>((resolve) => {
          const socket: Socket = connect(port, '127.0.0.1', () => socket.end(bytes));
          socket.on('error', () => undefined);
          socket.on('close', () => resolve());
          socket.resume();
        });
      }
    }),
    { numRuns: 40 },
  );
  expect(reached).toEqual([]);
  expect((await ask(shell.port, { path: '/', method: 'GET', headers: {} }, '')).status).toBe(404);
});

async function openPage(): Promise<WebSocket> {
  const headers = { Origin: origin(), Cookie: cookie };
  const socket = new WebSocket(`ws://127.0.0.1:${shell.port}/contract`, { headers });
  await new Promise((resolve) => socket.once('open', resolve));
  return socket;
}

const deep = (depth: number) => `${'{"a":['.repeat(depth)}${']}'.repeat(depth)}`;
const frames = fc.oneof(
  fc.json(),
  fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
  fc.string({ unit: 'binary', maxLength: 2_000 }),
  fc.constantFrom(100, 5_000, 80_000).map(deep),
  fc
    .constantFrom(100, 80_000)
    .map((depth) => `{"id":1,"kind":"query","name":"desk","input":${deep(depth)}}`),
  fc.constant(`{"id":1,"kind":"query","name":"${'x'.repeat(900_000)}","input":{}}`),
  fc.constant(
    '{"__proto__":{"id":1},"constructor":{"prototype":{}},"id":1,"kind":"command","name":"__proto__","input":{"__proto__":null}}',
  ),
);

test('whatever our own page sends is answered in words, one answer each, and the page after it is served', async () => {
  const page = await openPage();
  const heard: { type: string; error?: { message: string; code: string } }[] = [];
  let next: () => void = () => undefined;
  page.on('message', (data) => {
    heard.push(JSON.parse(String(data)));
    next();
  });
  await fc.assert(
    fc.asyncProperty(frames, async (frame) => {
      const before = heard.length;
      const answered = new Promise<void>((resolve) => {
        next = resolve;
      });
      page.send(frame);
      await answered;
      expect(heard).toHaveLength(before + 1);
      expect(heard.at(-1)).toMatchObject({ type: 'error' });
      expect(heard.at(-1)?.error?.message).not.toBe('');
      expect(heard.at(-1)?.error?.code).not.toBe('internal');
    }),
    { numRuns: 60 },
  );
  page.close();
  expect((await desk.query('desk', {})).active).toEqual([]);
  expect(Object.hasOwn(Object.prototype, 'id')).toBe(false);
  expect(desk.log.filter(({ level }) => level === 'error')).toEqual([]);
});

test('the door refuses what is not on its list with a right key too, however it is dressed', async () => {
  const { port, key } = doorPlace();
  const headers = { Authorization: `Bearer ${key}` };
  const names = fc.constantFrom(
    ...['slack.connect', 'slack.disconnect', 'queue', 'diagnostics', 'drafts', '__proto__'],
    ...['constructor', 'Incident.declare', 'incident.declare ', 'incident.declare\u0000', ''],
  );
  const asked = fc.oneof(
    fc.record({
      ...{ id: fc.nat(), kind: fc.constantFrom('command', 'query') },
      name: names,
      input: fc.jsonValue(),
    }),
    fc.array(fc.constant(declaration)),
    fc.jsonValue(),
  );
  await fc.assert(
    fc.asyncProperty(asked, async (raw) => {
      const answer = await ask(port, { path: '/', method: 'POST', headers }, JSON.stringify(raw));
      expect(answer).toEqual({ status: 403, body: '{"error":"This cannot be asked here."}' });
    }),
    { numRuns: 80 },
  );
  expect(reached).toEqual([]);
});
