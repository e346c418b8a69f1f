import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WRITE_MAX } from '#shared/contract/commands/post-mortem.ts';
import { commands } from '#shared/contract/commands.ts';
import { REQUEST_MAX } from '#shared/contract/envelope.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { EngineLink } from './engine-worker.ts';
import { type Loopback, startLoopback } from './loopback.ts';
import type { PageFile } from './page-files.ts';

const page: PageFile = { body: Buffer.from('<!doctype html>'), type: 'text/html; charset=utf-8' };
const files = new Map([['/index.html', page]]);

let shell: Loopback;
let publish: (event: ContractEvent) => void;

beforeEach(async () => {
  const listeners = new Set<(event: ContractEvent) => void>();
  publish = (event) => {
    for (const listener of listeners) listener(event);
  };
  const engine: EngineLink = {
    request: async (raw) => ({ type: 'result', id: Object(raw).id ?? -1, output: raw }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    report: () => undefined,
    stop: async () => undefined,
    ended: new Promise(() => undefined),
  };
  const started = await startLoopback({ port: 0, engine, files });
  if (!started.ok) throw new Error(started.error.code);
  shell = started.value;
});
afterEach(() => shell.close());

const token = () => new URL(shell.address).hash.replace('#token=', '');
const origin = () => `http://127.0.0.1:${shell.port}`;

/** Node's own client, which (unlike a browser) lets a test lie about Host and Origin. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<IncomingMessage> {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: shell.port, path, method, headers });
    request.on('response', (response) => resolve(response.resume()));
    request.on('error', reject);
    request.end(body);
  });
}

async function signIn(
  given = token(),
  headers: Record<string, string> = {},
): Promise<IncomingMessage> {
  return ask('/session', {
    method: 'POST',
    headers: { Origin: origin(), ...headers },
    body: JSON.stringify({ token: given }),
  });
}

let fullCookie = '';

async function cookie(): Promise<string> {
  [fullCookie = ''] = (await signIn()).headers['set-cookie'] ?? [];
  return fullCookie.split(';')[0] ?? '';
}

/** Opens the contract's socket; the status of the refusal when it is refused. */
function connect(headers: Record<string, string>, path = '/contract'): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${shell.port}${path}`, { headers });
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
  });
}

async function connected(): Promise<WebSocket> {
  const socket = await connect({ Origin: origin(), Cookie: sharedCookie });
  if (typeof socket === 'number') throw new Error(`refused: ${socket}`);
  return socket;
}

const heard = (socket: WebSocket) =>
  new Promise<unknown>((resolve) =>
    socket.once('message', (data) => resolve(JSON.parse(String(data)))),
  );

let sharedCookie = '';

describe('a page that is not ours', () => {
  test('cannot be served under another host name, as a rebound DNS name would be', async () => {
    const response = await ask('/', { headers: { Host: 'evil.example' } });
    expect(response.statusCode).toBe(421);
    expect((await ask('/', { headers: { Host: `localhost:${shell.port}` } })).statusCode).toBe(421);
  });

  test('cannot trade the token from another origin', async () => {
    expect((await signIn(token(), { Origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await signIn(token(), { Origin: 'null' })).statusCode).toBe(403);
    // The token is still good for its own page.
    expect((await signIn()).statusCode).toBe(204);
  });

  test('cannot guess the token', async () => {
    expect((await signIn('guess')).statusCode).toBe(401);
    expect((await signIn('')).statusCode).toBe(401);
  });

  test('cannot use the token a second time', async () => {
    expect((await signIn()).statusCode).toBe(204);
    expect((await signIn()).statusCode).toBe(401);
  });

  test('cannot open the socket without the cookie', async () => {
    expect(await connect({ Origin: origin() })).toBe(401);
    expect(await connect({ Origin: origin(), Cookie: `quarterdeck-${shell.port}=x` })).toBe(401);
  });

  test('cannot open the socket from another origin, even with the cookie', async () => {
    sharedCookie = await cookie();
    expect(await connect({ Origin: 'https://evil.example', Cookie: sharedCookie })).toBe(403);
    expect(await connect({ Cookie: sharedCookie })).toBe(403);
  });

  test('cannot open the socket under another host name', async () => {
    sharedCookie = await cookie();
    const headers = { Host: 'evil.example', Origin: 'http://evil.example', Cookie: sharedCookie };
    expect(await connect(headers)).toBe(421);
  });
});

describe('our page', () => {
  beforeEach(async () => {
    sharedCookie = await cookie();
  });

  test('is served with a policy that lets it load from itself alone', async () => {
    const response = await ask('/');
    expect(response.statusCode).toBe(200);
    const policy = String(response.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });

  test('gets a cookie that scripts cannot read and other sites cannot send', async () => {
    expect(fullCookie).toMatch(new RegExp(`^quarterdeck-${shell.port}=`));
    expect(fullCookie).toContain('HttpOnly');
    expect(fullCookie).toContain('SameSite=Strict');
  });

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/../../x',
    '/index.html%00.js',
    '//etc/passwd',
  ])('cannot ask for %s', async (path) => {
    expect((await ask(path)).statusCode).toBe(404);
  });

  test('gets its own replies; events go to every page', async () => {
    const [one, two] = [await connected(), await connected()];
    const reply = heard(one);
    one.send(JSON.stringify({ id: 7, kind: 'query', name: 'desk', input: {} }));
    expect(await reply).toMatchObject({ type: 'result', id: 7 });
    const both = Promise.all([heard(one), heard(two)]);
    publish({ view: 'desk' });
    expect(await both).toEqual([
      { type: 'event', event: { view: 'desk' } },
      { type: 'event', event: { view: 'desk' } },
    ]);
    one.close();
    two.close();
  });

  test('that sends junk is answered, and that sends a flood is cut off', async () => {
    const socket = await connected();
    const reply = heard(socket);
    socket.send('{not json');
    expect(await reply).toMatchObject({ id: -1 });
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.send('x'.repeat(REQUEST_MAX + 1));
    expect(await closed).toBe(1009);
  });

  test('may write as much of a post-mortem at once as the contract takes', async () => {
    const socket = await connected();
    const reply = heard(socket);
    const input = { incident: '01M7XX9X80SJD169RC2F47C4FE', update: 'A'.repeat(WRITE_MAX) };
    expect(commands['post-mortem.write'].input.safeParse(input).success).toBe(true);
    socket.send(JSON.stringify({ id: 8, kind: 'command', name: 'post-mortem.write', input }));
    expect(await reply).toMatchObject({ id: 8 });
    socket.close();
  });

  test('a socket anywhere else is refused', async () => {
    expect(await connect({ Origin: origin(), Cookie: sharedCookie }, '/elsewhere')).toBe(404);
  });
});

test('a tab that is closed in the middle of signing in takes nothing with it', async () => {
  const request = httpRequest({
    host: '127.0.0.1',
    port: shell.port,
    path: '/session',
    method: 'POST',
    headers: { Origin: origin(), 'Content-Length': 100 },
  });
  const cut = new Promise((resolve) => request.once('error', resolve));
  request.write('{"token":', () => request.destroy());
  await cut;
  expect((await signIn()).statusCode).toBe(204);
});

test('a port in use is named, not thrown', async () => {
  const engine = {} as EngineLink;
  const second = await startLoopback({ port: shell.port, engine, files });
  expect(second).toEqual({ ok: false, error: { code: 'EADDRINUSE' } });
});
