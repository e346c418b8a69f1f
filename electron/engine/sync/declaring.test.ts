import { describe, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { startTeam, syncState } from '../testing/team.ts';

describe('declaring with Slack connected', () => {
  test('makes the channel, posts readable ops, sets the topic and announces it', async () => {
    const { clock, slack, join, incidentChannel, metadataOf } = startTeam();
    const ana = await join('xoxp-ana');
    await ana.declare('Checkout errors in EU');
    await clock.advance(10 * SECOND);
    const name = incidentChannel();
    expect(name).toMatch(/^inc-[0-9a-z]{4}-checkout-errors-in-eu$/);
    const texts = metadataOf(name).map((message) => message.text);
    expect(texts).toEqual(['▬ Declared (Minor): Checkout errors in EU', '◉ Lead: Ana']);
    expect(slack.channelNamed(name)?.topic).toMatch(/^▬ Minor · Triage · Lead: Ana · INC-/);
    const announced = metadataOf('incidents');
    expect(announced).toHaveLength(1);
    expect(announced[0]?.text).toContain('Checkout errors in EU (Minor)');
    expect(await syncState(ana)).toBe('synced');
  });

  test('a private incident has a private channel and is not announced', async () => {
    const { clock, slack, join, incidentChannel, metadataOf } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = ana.id() as IncidentId;
    await ana.command('incident.declare', { incident, name: 'Leak', private: true });
    await clock.advance(10 * SECOND);
    expect(slack.channelNamed(incidentChannel())?.isPrivate).toBe(true);
    expect(metadataOf('incidents')).toEqual([]);
  });

  test('a name that is taken gets a number', async () => {
    const { clock, slack, join, incidentChannel } = startTeam();
    const ana = await join('xoxp-ana');
    slack.faults.add({ method: 'conversations.create', kind: 'error', error: 'name_taken' });
    await ana.declare('Slow');
    await clock.advance(10 * SECOND);
    expect(incidentChannel()).toMatch(/^inc-[0-9a-z]{4}-slow-2$/);
  });
});
