import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { startTeam, syncState, type Team } from '../testing/team.ts';

/** What stands in the threads of the announcements, oldest first. */
const thread = ({ slack }: Team) =>
  (slack.channelNamed('incidents')?.messages ?? [])
    .filter(({ threadTs }) => threadTs !== null)
    .map(({ text }) => text);

/** Ids of ops that the threads tell, in order. */
const told = ({ slack }: Team) =>
  (slack.channelNamed('incidents')?.messages ?? [])
    .filter(({ metadata }) => metadata?.event_type === 'quarterdeck_headline')
    .flatMap(({ metadata }) => String(metadata?.event_payload.ids).split(','));

const historyCalls = ({ slack }: Team, from: number) =>
  slack.calls.filter(({ method, at }) => method === 'conversations.history' && at >= from).length;

describe('the thread of an announcement', () => {
  test('tells severity, status and lead in short replies; notes and actions stay in the channel', async () => {
    const team = startTeam();
    const { clock, join } = team;
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    await ana.command('incident.set-severity', { incident, severity: 'major' });
    await clock.advance(20 * SECOND);
    await ana.command('note.add', { incident, entry: ana.id(), text: 'only here' });
    await ana.command('incident.set-status', { incident, status: 'fixing' });
    await clock.advance(20 * SECOND);
    await ana.command('role.assign', { incident, role: 'lead', person: 'U0BEN000001' });
    await clock.advance(20 * SECOND);
    expect(thread(team)).toEqual([
      '▲ Severity: Minor → Major',
      '● Status: Triage → Fixing',
      '◉ Lead: Ana → Ben',
    ]);
  });

  test('tells an update in full where it is short, and its beginning where it is long', async () => {
    const team = startTeam();
    const { clock, join } = team;
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    const update = { incident, audience: 'internal', form: 'full' } as const;
    await ana.command('update.add', { ...update, update: ana.id(), conditions: 'Rolling back.' });
    await clock.advance(20 * SECOND);
    const conditions = 'Much is known. '.repeat(100).trim();
    await ana.command('update.add', { ...update, update: ana.id(), conditions });
    await clock.advance(20 * SECOND);
    const [short, long] = thread(team);
    expect(short).toContain('Rolling back.');
    expect(long).toContain('Much is known. Much is known.');
    expect(long?.length).toBeLessThanOrEqual(600);
  });

  test('the declaration needs none, and two desktops tell each change once', async () => {
    const team = startTeam();
    const { clock, join } = team;
    const ana = await join('xoxp-ana');
    const ben = await join('xoxp-ben');
    const incident = await ana.declare('Slow');
    await clock.advance(30 * SECOND);
    expect(thread(team)).toEqual([]);
    await ben.command('incident.set-severity', { incident, severity: 'major' });
    await ana.command('incident.set-status', { incident, status: 'fixing' });
    await clock.advance(2 * MINUTE);
    expect(thread(team)).toHaveLength(2);
    expect(new Set(told(team)).size).toBe(2);
  });

  test('never tells of a private incident', async () => {
    const team = startTeam();
    const { clock, join, incidentChannel } = team;
    const ana = await join('xoxp-ana');
    const incident = ana.id() as IncidentId;
    await ana.command('incident.declare', { incident, name: 'Leak', private: true });
    await clock.advance(20 * SECOND);
    await ana.command('incident.set-severity', { incident, severity: 'critical' });
    await clock.advance(MINUTE);
    expect(incidentChannel()).toMatch(/-leak$/);
    const said = JSON.stringify(team.slack.channelNamed('incidents')?.messages);
    expect(said).not.toMatch(/Leak|Critical|leak/);
    // Nor does it keep in mind what there would be to tell, for a day on which it may be told.
    const db = new Sqlite(path.join(ana.profile, 'quarterdeck.db'), { readonly: true });
    onTestFinished(() => void db.close());
    expect(db.prepare('SELECT op FROM headline').all()).toEqual([]);
  });

  test('many changes made offline are one reply', async () => {
    const team = startTeam();
    const { clock, cable, join } = team;
    const net = cable();
    const ana = await join('xoxp-ana', net);
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    net.cut = true;
    for (const severity of ['major', 'critical', 'minor', 'major'] as const) {
      await ana.command('incident.set-severity', { incident, severity });
      await clock.advance(10 * SECOND);
    }
    net.cut = false;
    await clock.advance(MINUTE);
    expect(thread(team)).toHaveLength(1);
    expect(thread(team)[0]).toContain('4 changes made between');
    expect(told(team)).toHaveLength(4);
  });
});

describe('a headline that does not get through', () => {
  test.each(['drop-after', 'drop-before', 'status', 'html'] as const)(
    'because its post ended in "%s" is in the thread once',
    async (kind) => {
      const team = startTeam();
      const { clock, slack, join } = team;
      const ana = await join('xoxp-ana');
      const incident = await ana.declare('Slow');
      await clock.advance(20 * SECOND);
      // The op's own message goes first.
      slack.faults.add({ method: 'chat.postMessage', kind, skip: 1 });
      await ana.command('incident.set-severity', { incident, severity: 'major' });
      await clock.advance(MINUTE);
      expect(thread(team)).toEqual(['▲ Severity: Minor → Major']);
      expect(await syncState(ana)).toBe('synced');
    },
  );

  test('is looked for also when reads lag behind', async () => {
    const team = startTeam();
    const { clock, slack, join } = team;
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    slack.faults.setLag(2_500);
    slack.faults.add({ method: 'chat.postMessage', kind: 'drop-after', skip: 1 });
    await ana.command('incident.set-severity', { incident, severity: 'major' });
    await clock.advance(MINUTE);
    expect(thread(team)).toHaveLength(1);
  });

  test('may be there all the same, where the look for it was refused: retry looks again', async () => {
    const team = startTeam();
    const { clock, slack, join } = team;
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    slack.faults.add({ method: 'chat.postMessage', kind: 'drop-after', skip: 1 });
    const error = 'restricted_action_read_only_channel';
    slack.faults.add({ method: 'conversations.replies', kind: 'error', error });
    await ana.command('incident.set-severity', { incident, severity: 'major' });
    await clock.advance(MINUTE);
    expect((await ana.query('incident', { incident })).refusal).not.toBeNull();
    await ana.command('sync.retry', { incident });
    await clock.advance(MINUTE);
    expect(thread(team)).toEqual(['▲ Severity: Minor → Major']);
  });

  test('because Slack refuses it says so with the incident; ops go on; retry tells it', async () => {
    const team = startTeam();
    const { clock, slack, join } = team;
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    const error = 'restricted_action_non_threadable_channel';
    slack.faults.add({ method: 'chat.postMessage', kind: 'error', error, skip: 1 });
    await ana.command('incident.set-severity', { incident, severity: 'major' });
    await clock.advance(20 * SECOND);
    const view = await ana.query('incident', { incident });
    expect(view).toMatchObject({ waiting: 0, parked: null });
    expect(view.refusal).toEqual({
      message:
        'Its announcement does not tell the latest. Only some people may post in #incidents.',
      hint: 'Ask an admin of the workspace to let you post there, then retry.',
    });
    await ana.command('sync.retry', { incident });
    await clock.advance(20 * SECOND);
    expect(thread(team)).toEqual(['▲ Severity: Minor → Major']);
    expect((await ana.query('incident', { incident })).refusal).toBeNull();
  });

  test('because the announcement was deleted is let go, and nothing else is touched', async () => {
    const team = startTeam();
    const { clock, slack, join } = team;
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    const error = 'thread_not_found';
    slack.faults.add({ method: 'chat.postMessage', kind: 'error', error, skip: 1 });
    await ana.command('incident.set-severity', { incident, severity: 'major' });
    await clock.advance(MINUTE);
    expect(thread(team)).toEqual([]);
    const { slack: settings } = await ana.query('settings', {});
    expect(settings?.announcements.problem).toBeNull();
    expect((await ana.query('incident', { incident })).refusal).toBeNull();
  });
});

describe('a desktop that is idle', () => {
  test('learns of each headline within seconds, and reads only the incident that moved', async () => {
    const team = startTeam();
    const { clock, join } = team;
    const ana = await join('xoxp-ana');
    const ben = await join('xoxp-ben');
    const incidents: IncidentId[] = [];
    for (let i = 0; i < 6; i++) incidents.push(await ana.declare(`No ${i}`));
    await clock.advance(3 * MINUTE);
    expect((await ben.query('desk', {})).active).toHaveLength(6);
    const [moved] = incidents;
    if (moved === undefined) throw new Error('none was declared');
    await ana.command('incident.set-severity', { incident: moved, severity: 'critical' });
    await clock.advance(15 * SECOND);
    expect((await ben.query('incident', { incident: moved })).severity).toBe('critical');
  });

  test('hardly reads what is quiet', async () => {
    const team = startTeam();
    const { clock, join, leave } = team;
    const ana = await join('xoxp-ana');
    for (let i = 0; i < 6; i++) await ana.declare(`No ${i}`);
    await clock.advance(MINUTE);
    await leave(ana);
    await join('xoxp-ben');
    await clock.advance(3 * MINUTE);
    const from = clock.now();
    await clock.advance(5 * MINUTE);
    // Twelve a minute for the announcements, one for each incident.
    expect(historyCalls(team, from) / 5).toBeLessThanOrEqual(12 + 6 + 2);
  });
});
