import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { startDesktop } from '../testing/desktop.ts';
import { startTeam } from '../testing/team.ts';

test('diagnostics tell how a desktop fares, in numbers, and nothing that is secret or was written', async () => {
  const { clock, slack, join, incidentChannel, postWith } = startTeam();
  const ana = await join('xoxp-ana');
  await join('xoxp-ben');
  const incident = await ana.declare('Only for the eyes of a few');
  await clock.advance(30 * SECOND);
  postWith(incidentChannel(), 'odd', { event_type: 'quarterdeck_ops', event_payload: {} });
  await clock.advance(30 * SECOND);
  slack.archive(incidentChannel());
  await ana.command('note.add', { incident, entry: ana.id(), text: 'waits' });
  await clock.advance(30 * SECOND);
  const told = await ana.query('diagnostics', {});
  expect(told).toMatchObject({
    versions: { quarterdeck: '0.0.0-test', op: 1 },
    quarantine: [{ reason: 'payload-malformed', count: 1 }],
    outbox: { queued: 0, sending: 0, unknown: 0, parked: 1, held: 0, unproved: 0, spare: 0 },
    carrier: { kind: 'metadata', proved: true },
    channels: [{ incident, name: incidentChannel().slice(0, 8), whole: true, readFrom: null }],
  });
  expect(told.channels[0]?.readTo).toBeGreaterThan(clock.now() - 5 * MINUTE);
  const posts = told.calls.find(({ method }) => method === 'chat.postMessage');
  expect(posts?.total).toBeGreaterThan(1);
  expect(posts?.limited).toBe(0);
  expect(told.connection.state).toBe('synced');
  expect(told.budget).toMatchObject({ onScreenEvery: 4 * SECOND });
  expect(told.files.database).toBeGreaterThan(0);
  const code = (await ana.query('incident', { incident })).code;
  const sent = told.spans.find(({ what }) => what === 'send');
  expect(sent).toMatchObject({ subject: code, outcome: 'later' });
  expect(told.spans).toContainEqual(
    expect.objectContaining({ what: 'read', subject: 'announcements', outcome: 'done' }),
  );
  const said = JSON.stringify([told, await ana.query('diagnostics-file', {})]);
  expect(said).not.toContain('xoxp');
  expect(said).not.toContain('waits');
  expect(said.toLowerCase()).not.toContain('only');
});

test('calls of the last minute are counted apart from all', async () => {
  const { clock, slack, join } = startTeam();
  const ana = await join('xoxp-ana');
  slack.faults.add({ method: 'users.list', kind: 'limited', retryAfter: 5 });
  await clock.advance(5 * MINUTE);
  const { calls } = await ana.query('diagnostics', {});
  const auth = calls.find(({ method }) => method === 'auth.test');
  expect(auth).toMatchObject({ lastMinute: 0, total: 1, limited: 0 });
  const history = calls.find(({ method }) => method === 'conversations.history');
  expect(history?.lastMinute).toBeGreaterThan(0);
  expect(history?.lastMinute).toBeLessThan(history?.total ?? 0);
});

test('before anything is connected they can be asked for as well', async () => {
  const ana = await startTeam().join(null);
  expect(await ana.query('diagnostics', {})).toMatchObject({
    carrier: null,
    calls: [],
    desktops: 1,
    spans: [],
    slow: [],
    connection: { state: 'unconnected' },
  });
});

test('the file holds what the page shows and the newest lines of the log, as a person reads them', async () => {
  const lines = ['{"event":"engine.started"}', '{"event":"cut o'];
  const ana = await startDesktop({ newestLog: () => lines });
  const { name, text } = await ana.query('diagnostics-file', {});
  expect(name).toMatch(/^quarterdeck-diagnostics-\d{8}T\d{4}Z\.json$/);
  const told = JSON.parse(text);
  expect(told).toMatchObject(await ana.query('diagnostics', {}));
  expect(told.log).toEqual([{ event: 'engine.started' }, '[a broken line of 15 characters]']);
  expect(text).not.toContain(ana.profile);
  await ana.stop();
});

test('what a page did not expect is in the log with its place, and stores nothing', async () => {
  const ana = await startTeam().join(null);
  const fault = { name: 'TypeError', code: '', stack: ['open@page.js:1:2'] };
  await ana.command('fault.report', { where: 'event', fault });
  expect(ana.log.at(-1)).toEqual({
    level: 'error',
    event: 'page.failed',
    detail: { where: 'event' },
    fault,
  });
  const deep = { ...fault, stack: Array(1_000).fill('x') };
  expect(
    await ana.refusal('command', 'fault.report', { where: 'event', fault: deep }),
  ).toMatchObject({ code: 'invalid_input' });
});
