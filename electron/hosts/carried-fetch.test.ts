import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { carriedFetch, carryFetches, nodeCode } from './carried-fetch.ts';

/** A server on this computer, and the engine's fetch with somebody else's network behind it. */
async function network(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  const carried = carriedFetch((call) => {
    // As a message to another thread: a copy, and later.
    const sent = structuredClone(call);
    queueMicrotask(() => carry(sent));
  });
  const carry = carryFetches(globalThis.fetch, nodeCode, (sent) => {
    const answered = structuredClone(sent);
    queueMicrotask(() => carried.take(answered));
  });
  const { port } = server.address() as AddressInfo;
  return { fetch: carried.fetch, address: `http://127.0.0.1:${port}/` };
}

test('a request arrives as it was made, and its answer as it was given', async () => {
  const { fetch, address } = await network(async (request, response) => {
    const body = await text(request);
    response.setHeader('x-method', request.method ?? '');
    response.setHeader('x-type', request.headers['content-type'] ?? '');
    response.setHeader('x-token', request.headers.authorization ?? '');
    response.statusCode = 429;
    response.end(`got ${body}`);
  });
  const response = await fetch(`${address}api/chat.postMessage`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxp-ana' },
    body: new URLSearchParams({ text: 'a & ü' }),
  });
  expect(response.status).toBe(429);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-method': 'POST',
    'x-type': expect.stringContaining('application/x-www-form-urlencoded'),
    'x-token': 'Bearer xoxp-ana',
  });
  expect(await response.text()).toBe('got text=a+%26+%C3%BC');
});

test('bytes stay bytes; what came packed says no more that it is', async () => {
  const bytes = Buffer.from([0, 255, 1, 254]);
  const { fetch, address } = await network((_request, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(bytes));
  });
  const response = await fetch(address, { method: 'PUT', body: bytes });
  expect(response.headers.has('content-encoding')).toBe(false);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
});

test('an answer without a body, and a redirect that is not followed', async () => {
  const { fetch, address } = await network((request, response) => {
    response.statusCode = request.url === '/gone' ? 204 : 302;
    response.setHeader('location', '/elsewhere');
    response.end();
  });
  expect((await fetch(`${address}gone`)).status).toBe(204);
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(302);
});

test('a failure keeps the code that says whether anything left', async () => {
  const { fetch } = await network(() => undefined);
  const gone = createServer();
  await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
  const { port } = gone.address() as AddressInfo;
  await new Promise((resolve) => gone.close(resolve));
  const failed = await fetch(`http://127.0.0.1:${port}/`).catch((cause: unknown) => cause);
  expect(failed).toBeInstanceOf(TypeError);
  expect(nodeCode(failed)).toBe('ECONNREFUSED');
});

test('what is given up is given up on the wire too: before the answer, and in its middle', async () => {
  let hungUp = 0;
  const { fetch, address } = await network((request, response) => {
    request.on('close', () => {
      hungUp += 1;
    });
    // One hangs, one trickles for ever.
    if (request.url === '/trickle') response.write('a little');
  });
  const early = new AbortController();
  const hanging = fetch(address, { signal: early.signal });
  setTimeout(() => early.abort(new Error('too late')), 50);
  await expect(hanging).rejects.toThrow('too late');
  const midway = new AbortController();
  const trickling = await fetch(`${address}trickle`, { signal: midway.signal });
  midway.abort(new Error('too slow'));
  await expect(trickling.text()).rejects.toThrow('too slow');
  const unread = await fetch(`${address}trickle`);
  await unread.body?.cancel();
  await expect.poll(() => hungUp).toBe(3);
  await expect(fetch(address, { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow(
    'before',
  );
});
