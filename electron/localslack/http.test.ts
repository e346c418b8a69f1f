import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalSlackServer, listen } from './http.ts';
import { ANA, refusal, type SmallTeam, smallTeam } from './testing/small-team.ts';

let team: SmallTeam;
let server: LocalSlackServer;
beforeEach(async () => {
  team = smallTeam();
  server = await listen(team.slack, 0);
});
afterEach(() => server.close());

const control = async (what: string, body = '', headers = {}) =>
  (await fetch(new URL(`/_control/${what}`, server.url), { method: 'POST', body, headers })).status;

test('it listens on this computer alone and says where', () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/$/);
});

test('a fault can be asked for over HTTP', async () => {
  const fault = { method: 'auth.test', kind: 'error', error: 'fatal_error' };
  expect(await control('faults', JSON.stringify(fault))).toBe(204);
  expect(await refusal(team.ana.auth.test())).toBe('fatal_error');
});

test.each(['?', '{}', '{"method":"auth.test","kind":"strange"}'])(
  'what is no fault (%s) is refused',
  async (body) => {
    expect(await control('faults', body)).toBe(400);
  },
);

test('a reset makes everything as it was seeded', async () => {
  team.slack.as(ANA).post('general', 'gone soon');
  team.slack.as(ANA).create('gone-too');
  await team.ana.auth.revoke();
  team.slack.faults.add({ method: '*', kind: 'hang' });
  expect(await control('reset')).toBe(204);
  expect(team.slack.calls).toEqual([]);
  expect(await refusal(team.ana.auth.test())).toBe('ok');
  expect(team.slack.channels().map(({ name }) => name)).toEqual(['general', 'random']);
  expect(team.slack.channelNamed('general')?.messages).toEqual([]);
});

test('a page in a browser cannot control it', async () => {
  expect(await control('reset', '', { origin: 'https://acme.test' })).toBe(405);
  expect((await fetch(new URL('/_control/reset', server.url))).status).toBe(405);
});

test('a port that is taken is refused', async () => {
  await expect(listen(team.slack, { port: Number(new URL(server.url).port) })).rejects.toThrow(
    'EADDRINUSE',
  );
});
