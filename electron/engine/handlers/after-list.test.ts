import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY } from '#shared/base/duration.ts';
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

const list = () => ana.query('after-list', { incident });
const isDone = async (item: string) =>
  (await list()).items.find((line) => line.item === item)?.done ?? null;

describe('the after-list', () => {
  test('follows what people fill in', async () => {
    expect((await list()).proposed).toBeNull();
    await ana.command('incident.set-status', { incident, status: 'resolved' });
    const by = ana.clock.now() + 6 * DAY;
    // Saturday: five working days end on Friday.
    expect((await list()).proposed).toEqual({ by, shareBy: by - DAY });
    expect((await list()).missingTimes).toEqual(['began', 'detected', 'acknowledged', 'mitigated']);
    expect(await isDone('severity')).toBe(false);
    await ana.command('incident.set-severity', { incident, severity: 'critical' });
    expect((await list()).proposed?.by).toBe(ana.clock.now() + 3 * DAY);
    await ana.command('incident.set-impact', { incident, impact: '120 orders' });
    await ana.command('incident.set-review', { incident, owner: 'name:Ben', by });
    const followUp = ana.id();
    await ana.command('follow-up.add', { incident, followUp, text: 'Alert on it' });
    expect(await isDone('follow-ups')).toBe(false);
    await ana.command('follow-up.edit', { incident, followUp, owner: 'name:Ben' });
    for (const item of ['severity', 'impact', 'review-owner', 'review-date', 'follow-ups']) {
      expect(await isDone(item)).toBe(true);
    }
    expect(await isDone('reviewed')).toBe(false);
  });

  test('goes with the message of the end, which thanks people and says what follows', async () => {
    const add = { incident, followUp: ana.id(), text: 'Alert on it', owner: 'name:Ben' };
    await ana.command('follow-up.add', add);
    await ana.command('incident.set-status', { incident, status: 'resolved' });
    const inside = await ana.query('update-draft', { incident, audience: 'internal' });
    expect(inside).toMatchObject({
      conditions: 'Resolved at 02:00 UTC. Thank you, ana, Ben.',
      actions: 'Later: Alert on it (Ben)',
      needs: 'Somebody to write the post-mortem',
    });
    const outside = await ana.query('update-draft', { incident, audience: 'external' });
    expect(outside).toMatchObject({ conditions: 'Resolved at 02:00 UTC.', actions: '', needs: '' });
  });
});

describe('releasing people', () => {
  test('names who stays, lets the others go, and keeps the lead', async () => {
    for (const person of ['name:Ben', 'name:Cleo', 'name:Dora']) {
      await ana.command('participant.set', { incident, person, present: true });
    }
    const entry = ana.id();
    const release = { incident, stay: ['name:Ben'], entry };
    await ana.command('participant.release', release);
    await ana.command('participant.release', release);
    const { participants } = await ana.query('incident', { incident });
    expect(participants.filter(({ released }) => released).map(({ name }) => name)).toEqual([
      'Cleo',
      'Dora',
    ]);
    expect((await told(ana, incident)).slice(5)).toEqual([
      'ana: Staying on: ana, Ben. Everybody else is free to go, thank you.',
      'Cleo is released',
      'Dora is released',
    ]);
  });
});
