import { describe, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import { startTeam, syncState } from '../testing/team.ts';

describe('without the network', () => {
  test('nothing is blocked or lost; both desktops go on and meet again after', async () => {
    const { clock, cable, join, incidentChannel, metadataOf, carriedOps } = startTeam();
    const [one, two] = [cable(), cable()];
    const ana = await join('xoxp-ana', one);
    const ben = await join('xoxp-ben', two);
    const incident = await ana.declare('Slow');
    await clock.advance(30 * SECOND);
    one.cut = true;
    two.cut = true;
    await ana.command('incident.set-severity', { incident, severity: 'critical' });
    await clock.advance(SECOND);
    await ben.command('incident.set-severity', { incident, severity: 'major' });
    for (let i = 0; i < 12; i++) {
      await ana.command('note.add', { incident, entry: ana.id(), text: `note ${i}` });
    }
    await clock.advance(60 * SECOND);
    expect(await ana.query('sync', {})).toMatchObject({ state: 'offline', waiting: 13 });
    expect((await ana.query('incident', { incident })).severity).toBe('critical');
    one.cut = false;
    two.cut = false;
    await clock.advance(120 * SECOND);
    const timeline = { incident, limit: 50 };
    expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
    expect(await ben.query('timeline', timeline)).toEqual(await ana.query('timeline', timeline));
    expect((await ana.query('incident', { incident })).severity).toBe('major');
    const ops = carriedOps(incidentChannel());
    expect(new Set(ops).size).toBe(ops.length);
    // Fourteen changes made offline are told in few messages.
    expect(metadataOf(incidentChannel()).length).toBeLessThan(8);
  });

  test('an incident declared before Slack was ever connected gets its channel afterwards', async () => {
    const { clock, cable, join, incidentChannel } = startTeam();
    const net = cable();
    net.cut = true;
    const ana = await join('xoxp-ana', net);
    await ana.declare('Dark');
    expect(await syncState(ana)).toBe('offline');
    net.cut = false;
    await clock.advance(60 * SECOND);
    expect(incidentChannel()).toMatch(/-dark$/);
    expect(await syncState(ana)).toBe('synced');
  });
});
