import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalSlackServer, listen } from './http.ts';
import { type SmallTeam, smallTeam } from './testing/small-team.ts';

let team: SmallTeam;
let server: LocalSlackServer;
beforeEach(async () => {
  team = smallTeam();
  server = await listen(team.slack, 0);
});
afterEach(() => server.close());

test('it listens on this computer alone and says where', () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/$/);
});

test('a port that is taken is refused', async () => {
  await expect(listen(team.slack, { port: Number(new URL(server.url).port) })).rejects.toThrow(
    'EADDRINUSE',
  );
});

/** A request as nobody's library would make it: `fetch` forbids to name another host. */
const bare = (path: string, headers: Record<string, string>, body = '{}'): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) =>
      resolve(answer.resume().statusCode ?? 0),
    );
    sent.on('error', reject).end(body);
  });
const json = { 'content-type': 'application/json' };

test('who reaches it by another name is refused: a page elsewhere may lead its name here', async () => {
  for (const path of ['/_control/reset', '/api/auth.test', '/files-pri/x']) {
    expect(await bare(path, { ...json, host: 'acme.test' })).toBe(403);
  }
  expect(await bare('/_control/reset', { ...json, host: `localhost:${portOf()}` })).toBe(200);
  expect(await bare('/api/api.test', { ...json, host: '127.0.0.1:1' })).toBe(200);
});
const portOf = () => new URL(server.url).port;

test('a page in a browser cannot control it', async () => {
  const ask = (headers: object) => bare('/_control/reset', { ...json, ...headers });
  expect(await ask({ origin: 'https://acme.test' })).toBe(403);
  expect(await ask({ origin: server.url.replace('/api/', '') })).toBe(403);
  expect(await ask({ 'sec-fetch-site': 'same-origin' })).toBe(403);
  expect(await bare('/_control/reset', { 'content-type': 'text/plain' })).toBe(415);
  expect(await bare('/_control/reset', {})).toBe(415);
});

test('no answer tells a page that it may be read', async () => {
  for (const path of ['/api/auth.test', '/_control/faults', '/']) {
    const answer = await fetch(new URL(path, server.url), { method: 'GET' });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    );
  }
});
