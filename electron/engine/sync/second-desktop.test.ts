import { describe, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { startTeam } from '../testing/team.ts';

describe('a second desktop', () => {
  test('finds the incident by itself, shows the same, and both can change it', async () => {
    const { clock, join } = startTeam();
    const ana = await join('xoxp-ana');
    const ben = await join('xoxp-ben');
    const incident = await ana.declare('Slow');
    await clock.advance(30 * SECOND);
    expect((await ben.query('desk', {})).active.map((row) => row.id)).toEqual([incident]);
    await ben.command('incident.set-severity', { incident, severity: 'major' });
    await ana.command('note.add', { incident, entry: ana.id(), text: 'Looking.' });
    await clock.advance(60 * SECOND);
    const [here, there] = [ana, ben].map((desk) => desk.query('incident', { incident }));
    expect({ ...(await there), people: [] }).toEqual({ ...(await here), people: [] });
    const timeline = { incident, limit: 50 };
    expect(await ben.query('timeline', timeline)).toEqual(await ana.query('timeline', timeline));
    expect((await here)?.severity).toBe('major');
    expect((await here)?.lead).toEqual({ ref: 'U0ANA000001', name: 'Ana' });
  });

  test('sets the topic only when it is another than the channel has', async () => {
    const { clock, slack, join, incidentChannel } = startTeam();
    const ana = await join('xoxp-ana');
    const ben = await join('xoxp-ben');
    const incident = await ana.declare('Slow');
    await clock.advance(40 * SECOND);
    const sets = () =>
      slack.calls.filter((call) => call.method === 'conversations.setTopic').length;
    expect(sets()).toBe(1);
    await ben.command('note.add', { incident, entry: ben.id(), text: 'changes no topic' });
    await clock.advance(20 * SECOND);
    expect(sets()).toBe(1);
    await ben.command('incident.set-severity', { incident, severity: 'critical' });
    await clock.advance(20 * SECOND);
    expect(slack.channelNamed(incidentChannel())?.topic).toMatch(/^◆ Critical/);
  });

  test('finds a private incident it is a member of', async () => {
    const { clock, slack, join, incidentChannel } = startTeam();
    const ana = await join('xoxp-ana');
    const ben = await join('xoxp-ben');
    const incident = ana.id() as IncidentId;
    await ana.command('incident.declare', { incident, name: 'Leak', private: true });
    await clock.advance(60 * SECOND);
    expect((await ben.query('desk', {})).active).toEqual([]);
    slack.channelNamed(incidentChannel())?.members.add('U0BEN000001');
    await clock.advance(60 * SECOND);
    expect((await ben.query('desk', {})).active.map((row) => row.id)).toEqual([incident]);
  });

  test('finds a private incident whose channel stood empty when it was first seen', async () => {
    const { clock, slack, join } = startTeam();
    const ana = await join('xoxp-ana');
    const ben = await join('xoxp-ben');
    const limit = { method: 'chat.postMessage', token: 'xoxp-ana', retryAfter: 90 } as const;
    slack.faults.add({ ...limit, kind: 'limited' });
    const incident = ana.id() as IncidentId;
    await ana.command('incident.declare', { incident, name: 'Leak', private: true });
    await clock.advance(10 * SECOND);
    const channel = slack.channels().find(({ name }) => name.startsWith('inc-'));
    channel?.members.add('U0BEN000001');
    expect(channel?.messages.some(({ metadata }) => metadata !== null)).toBe(false);
    await clock.advance(60 * SECOND);
    expect((await ben.query('desk', {})).active).toEqual([]);
    await clock.advance(3 * 60 * SECOND);
    expect((await ben.query('desk', {})).active.map((row) => row.id)).toEqual([incident]);
  });

  test('what people write in the channel is in the timeline with their names, edits too', async () => {
    const { clock, slack, join, incidentChannel } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(10 * SECOND);
    const channel = slack.channelNamed(incidentChannel())?.id ?? '';
    const ts = slack.say('U0BEN000001', channel, 'graph by <@U0ANA000001> &amp; me');
    await clock.advance(30 * SECOND);
    const last = async () => (await ana.query('timeline', { incident, limit: 9 })).items.at(-1);
    expect(await last()).toMatchObject({
      kind: 'message',
      by: { name: 'Ben' },
      text: 'graph by @Ana & me',
      edited: false,
    });
    slack.edit(channel, ts, 'wrong graph');
    await clock.advance(30 * SECOND);
    expect(await last()).toMatchObject({ text: 'wrong graph', edited: true });
  });
});

test('a long note crosses in pieces and arrives whole', async () => {
  const { clock, join } = startTeam();
  const ana = await join('xoxp-ana');
  const ben = await join('xoxp-ben');
  const incident = await ana.declare('Slow');
  const text = '🔥 <log> & "quotes" '.repeat(400).trim();
  await ana.command('note.add', { incident, entry: ana.id(), text });
  await clock.advance(60 * SECOND);
  const { items } = await ben.query('timeline', { incident, limit: 20 });
  expect(items.at(-1)).toMatchObject({ kind: 'note', text });
});
