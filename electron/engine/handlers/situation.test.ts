import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop } from '../testing/desktop.ts';
import { told } from '../testing/told.ts';

let ana: Desktop;
let incident: IncidentId;
beforeEach(async () => {
  ana = await startDesktop();
  incident = await ana.declare('Slow');
});
afterEach(() => ana.stop());

const said = async () => (await told(ana, incident)).slice(2);
const view = () => ana.query('incident', { incident });
const status = (to: 'fixing' | 'monitoring' | 'resolved' | 'paused', more: object = {}) =>
  ana.command('incident.set-status', { incident, status: to, ...more });

describe('the size-up', () => {
  test('keeps symptoms, scope, trend and since when; each can be taken back', async () => {
    const since = ana.clock.now() - HOUR;
    await ana.command('incident.set-situation', {
      incident,
      ...{ symptoms: 'A third of checkouts fail', scope: 'EU', trend: 'escalating', since },
    });
    expect((await view()).situation).toEqual({
      ...{ symptoms: 'A third of checkouts fail', scope: 'EU', trend: 'escalating', since },
    });
    await ana.command('incident.set-situation', { incident, scope: '', trend: null });
    expect((await view()).situation).toMatchObject({ scope: '', trend: null, since });
    expect(await said()).toEqual([
      'Impact began: 21 Nov 2026 01:00 UTC',
      'Symptoms: A third of checkouts fail',
      'Scope: EU',
      'Trend: Escalating',
      'Scope taken back',
      'Trend taken back',
    ]);
  });

  test('is found by its words', async () => {
    await ana.command('incident.set-situation', { incident, symptoms: 'Zebra crossing' });
    const { hits } = await ana.query('search', { text: 'zebra', limit: 5 });
    expect(hits).toMatchObject([{ incident, kind: 'incident' }]);
  });
});

describe('a status', () => {
  test('can say why, until the next one', async () => {
    await status('paused', { reason: 'Waits for the vendor' });
    expect((await view()).statusReason).toBe('Waits for the vendor');
    await status('fixing');
    expect((await view()).statusReason).toBe('');
    expect(await said()).toEqual([
      'Status: Triage → Paused',
      'Because: Waits for the vendor',
      'Status: Paused → Fixing',
    ]);
  });

  test('Monitoring is watched for a while, for something, by somebody', async () => {
    const watch = { soakMinutes: 30, watchFor: 'Error rate', watcher: 'name:Ben' };
    await status('monitoring', watch);
    const until = ana.clock.now() + 30 * MINUTE;
    expect((await view()).soak).toMatchObject({
      ...{ until, watchFor: 'Error rate', watcher: { name: 'Ben' } },
    });
    await ana.clock.advance(MINUTE);
    await status('monitoring', { soakMinutes: 60 });
    expect((await view()).soak).toMatchObject({ until: ana.clock.now() + HOUR });
    await status('resolved', { reason: 'Error rate is zero' });
    expect((await view()).soak).toBeNull();
    await status('monitoring');
    expect((await view()).soak).toBeNull();
    expect(await said()).toEqual([
      'Status: Triage → Monitoring',
      'Watching until 21 Nov 2026 02:30 UTC: Error rate (Ben)',
      'Watching until 21 Nov 2026 03:01 UTC: Error rate (Ben)',
      'Status: Monitoring → Resolved',
      'Because: Error rate is zero',
      'Status: Resolved → Monitoring',
    ]);
  });
});

describe('a severity', () => {
  test('nobody chose is not confirmed until somebody does, be it the same one', async () => {
    expect((await view()).severityConfirmed).toBe(false);
    await ana.command('incident.set-severity', { incident, severity: 'minor' });
    await ana.command('incident.set-severity', { incident, severity: 'minor' });
    expect((await view()).severityConfirmed).toBe(true);
    expect(await said()).toEqual(['Severity confirmed: Minor']);
  });

  test('that was chosen in the declaration is', async () => {
    const other = ana.id() as IncidentId;
    await ana.command('incident.declare', { incident: other, name: 'x', severity: 'major' });
    const { severityConfirmed } = await ana.query('incident', { incident: other });
    expect(severityConfirmed).toBe(true);
  });
});

describe('a long incident', () => {
  test('slows down when somebody says so, after its first hour, and everybody reads it', async () => {
    expect(
      await ana.refusal('command', 'incident.set-pace', { incident, every: 60 }),
    ).toMatchObject({ code: 'not_possible', hint: 'Decide it after the first hour.' });
    const { longIncident } = await view();
    expect(longIncident).toMatchObject({ every: null, offerAt: ana.clock.now() + 2 * HOUR });
    await ana.clock.advance(2 * HOUR);
    await ana.command('incident.set-pace', { incident, every: 60 });
    await ana.command('update.add', {
      ...{ incident, update: ana.id(), audience: 'internal', form: 'no-news' },
    } as const);
    expect((await view()).nextUpdate.internal).toBe(ana.clock.now() + HOUR);
    await ana.command('incident.set-pace', { incident, every: null });
    expect((await view()).nextUpdate.internal).toBe(ana.clock.now() + 30 * MINUTE);
    expect(await said()).toEqual([
      'Long incident: an update every hour from now on',
      'No news',
      'Updates come at the usual pace again',
    ]);
  });
});

describe('the post-mortem', () => {
  test('has an owner, a date and a state', async () => {
    const by = Date.UTC(2026, 10, 26, 12);
    await ana.command('incident.set-review', { incident, owner: 'name:Ben', by });
    await ana.command('incident.set-review', { incident, state: 'in-review' });
    expect((await view()).review).toMatchObject({ owner: { name: 'Ben' }, by, state: 'in-review' });
    expect(await said()).toEqual([
      'Post-mortem: Ben',
      'Post-mortem due 26 Nov 2026 12:00 UTC',
      'Post-mortem in review',
    ]);
  });
});

describe('an incident that is over already', () => {
  test('is declared after the fact, with the times that are known', async () => {
    const other = ana.id() as IncidentId;
    const resolved = ana.clock.now() - 2 * HOUR;
    const began = resolved - HOUR;
    await ana.command('incident.declare', {
      ...{ incident: other, name: 'Lost mail', retrospective: { began, resolved } },
    });
    const shown = await ana.query('incident', { incident: other });
    expect(shown).toMatchObject({ status: 'resolved', retrospective: true, endedAt: resolved });
    expect(shown.keyTimes.began).toEqual({ at: began, by: 'set' });
    expect(shown.updatesDue).toEqual([]);
    expect((await told(ana, other))[0]).toBe('Declared after the fact (Minor): Lost mail');
  });

  test('cannot have ended before it began', async () => {
    const resolved = ana.clock.now();
    const retrospective = { began: resolved + 1, resolved };
    expect(
      await ana.refusal('command', 'incident.declare', {
        ...{ incident: ana.id(), name: 'x', retrospective },
      }),
    ).toMatchObject({ message: 'It cannot have ended before it began.' });
  });
});
