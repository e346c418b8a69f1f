import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { startTeam, syncState } from '../testing/team.ts';

test('where a person may not post metadata it travels in the message itself, asked once', async () => {
  const { clock, slack, join, channelNames } = startTeam({ personMetadata: 'refused' });
  const ana = await join('xoxp-ana');
  const ben = await join('xoxp-ben');
  const incident = await ana.declare('Slow');
  await clock.advance(30 * SECOND);
  expect((await ben.query('desk', {})).active.map(({ id }) => id)).toEqual([incident]);
  await ben.command('incident.set-severity', { incident, severity: 'major' });
  const text = '🔥 <log> & "quotes" '.repeat(400).trim();
  await ana.command('note.add', { incident, entry: ana.id(), text });
  await clock.advance(2 * MINUTE);
  for (const desktop of [ana, ben]) {
    expect((await desktop.query('incident', { incident })).severity).toBe('major');
    const { items } = await desktop.query('timeline', { incident, limit: 20 });
    expect(items).toContainEqual(expect.objectContaining({ kind: 'note', text }));
    expect(items.filter(({ kind }) => kind === 'message')).toEqual([]);
    expect(await syncState(desktop)).toBe('synced');
  }
  const refused = slack.calls.filter(({ outcome }) => outcome === 'metadata_must_be_sent_from_app');
  expect(refused).toHaveLength(2);
  expect(channelNames().filter((name) => name.startsWith('inc-'))).toHaveLength(1);
});

test.each(['drop-after', 'drop-before'] as const)(
  'a post in blocks that ended in "%s" is in Slack once',
  async (kind) => {
    const { clock, slack, join, incidentChannel } = startTeam({ personMetadata: 'refused' });
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    slack.faults.add({ method: 'chat.postMessage', kind });
    await ana.command('note.add', { incident, entry: ana.id(), text: 'once' });
    await clock.advance(MINUTE);
    const messages = slack.channelNamed(incidentChannel())?.messages ?? [];
    expect(messages.filter(({ text }) => text === '✎ once')).toHaveLength(1);
    expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
  },
);
