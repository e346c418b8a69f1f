import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOUR, MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop } from '../testing/desktop.ts';

let ana: Desktop;
let incident: IncidentId;
beforeEach(async () => {
  ana = await startDesktop();
  incident = await ana.declare('Slow');
});
afterEach(() => ana.stop());

const view = () => ana.query('incident', { incident });
const tell = (audience: 'internal' | 'external', nextBy?: number) =>
  ana.command('update.add', {
    ...{ incident, update: ana.id(), audience, form: 'full', conditions: 'x' },
    ...(nextBy === undefined ? {} : { nextBy }),
  } as const);

test('both clocks run from the declaration, by severity, on the incident and on the Desk', async () => {
  const declared = ana.clock.now();
  expect((await view()).nextUpdate).toEqual({ internal: declared + 30 * MINUTE, external: null });
  await ana.clock.advance(10 * MINUTE);
  await ana.command('incident.set-severity', { incident, severity: 'major' });
  // Customers are owed five minutes from when it turned out to concern them.
  const external = { audience: 'external', kind: 'first', promised: false } as const;
  const internal = { audience: 'internal', kind: 'first', promised: false } as const;
  const due = [
    { ...external, at: declared + 15 * MINUTE },
    { ...internal, at: declared + 30 * MINUTE },
  ];
  expect((await view()).updatesDue).toEqual(due);
  await ana.command('incident.set-severity', { incident, severity: 'critical' });
  expect((await ana.query('desk', {})).active).toMatchObject([
    { nextUpdateDue: declared + 15 * MINUTE, updatesDue: due },
  ]);
});

test('a first notice is followed by the scope, then by the cadence', async () => {
  await ana.command('incident.set-severity', { incident, severity: 'major' });
  await tell('external');
  expect((await view()).updatesDue[0]).toMatchObject({ kind: 'scope' });
  expect((await view()).nextUpdate.external).toBe(ana.clock.now() + 5 * MINUTE);
  await ana.clock.advance(MINUTE);
  await tell('external');
  expect((await view()).nextUpdate.external).toBe(ana.clock.now() + 20 * MINUTE);
});

test('nothing is due while it is paused, and not at once when it goes on', async () => {
  await tell('internal', ana.clock.now() + MINUTE);
  await ana.command('incident.set-status', { incident, status: 'paused' });
  expect((await view()).updatesDue).toEqual([]);
  await ana.clock.advance(5 * HOUR);
  await ana.command('incident.set-status', { incident, status: 'fixing' });
  expect((await view()).nextUpdate.internal).toBe(ana.clock.now() + 10 * MINUTE);
});

test('a team sets the cadence of a severity; never more often than each ten minutes', async () => {
  const chosen = {
    severity: 'minor',
    internal: { first: 5, scope: null, every: 15 },
    external: null,
  };
  await ana.command('cadence.choose', chosen);
  expect((await ana.query('settings', {})).cadences[0]).toEqual(chosen);
  expect((await view()).nextUpdate.internal).toBe(ana.clock.now() + 5 * MINUTE);
  const hectic = { ...chosen, internal: { first: 5, scope: null, every: 9 } };
  expect(await ana.refusal('command', 'cadence.choose', hectic)).toMatchObject({
    message: 'Leave at least 10 minutes between two updates, and at most a day.',
  });
  expect(
    await ana.refusal('command', 'cadence.choose', { ...chosen, severity: 'purple' }),
  ).toMatchObject({ message: 'There is no such severity.' });
});

test('a draft is made from what is known, and promises what the cadence says', async () => {
  const action = ana.id();
  await ana.command('action.add', { incident, action, text: 'Roll back', owner: 'name:Ben' });
  await ana.command('decision.add', { incident, decision: ana.id(), question: 'Roll back?' });
  const draft = await ana.query('update-draft', { incident, audience: 'internal' });
  expect(draft).toMatchObject({
    ...{ template: 'can', form: 'full', conditions: 'Slow.', gaps: ['symptoms', 'impact'] },
    actions: 'Ben: Roll back\nDecided: Roll back?',
    nextBy: ana.clock.now() + 30 * MINUTE,
    due: { kind: 'first' },
  });
  await ana.clock.advance(MINUTE);
  await tell('internal');
  const quiet = await ana.query('update-draft', {
    ...{ incident, audience: 'internal', template: 'no-news' },
  } as const);
  expect(quiet.conditions).toBe('Still finding out what is wrong. No change in impact.');
});

test('the draft of a recovery promises the end of the soak, in the clock of who asks', async () => {
  await ana.command('incident.set-status', { incident, status: 'monitoring', soakMinutes: 45 });
  const ask = { incident, audience: 'external', zone: 'Europe/Berlin' } as const;
  expect(await ana.query('update-draft', ask)).toMatchObject({
    template: 'recovery',
    conditions: 'It stopped at 03:00 CET: Slow. Watching until 03:45 CET.',
    nextBy: ana.clock.now() + 45 * MINUTE,
  });
  const nowhere = { ...ask, zone: 'Middle/Earth' };
  expect(await ana.refusal('query', 'update-draft', nowhere)).toMatchObject({
    message: 'There is no such time zone.',
  });
});

test('the draft of the end promises nothing more', async () => {
  await ana.command('incident.set-status', { incident, status: 'resolved' });
  expect(await ana.query('update-draft', { incident, audience: 'internal' })).toMatchObject({
    template: 'resolved',
    conditions: 'Resolved at 02:00 UTC. Thank you, ana.',
    nextBy: null,
    due: null,
  });
});
