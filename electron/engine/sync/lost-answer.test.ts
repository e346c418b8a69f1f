import { describe, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import type { OpId } from '#shared/base/ids.ts';
import { closeDatabase, openDatabase } from '../store/database.ts';
import { enqueueDoubtful } from '../store/outbox.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { startTeam, syncState } from '../testing/team.ts';

describe('an answer that got lost', () => {
  test.each(['drop-after', 'drop-before', 'status', 'html'] as const)(
    'a post that ended in "%s" is in Slack once',
    async (kind) => {
      const { clock, slack, join, incidentChannel, metadataOf, carriedOps } = startTeam();
      const ana = await join('xoxp-ana');
      const incident = await ana.declare('Slow');
      await clock.advance(20 * SECOND);
      slack.faults.add({ method: 'chat.postMessage', kind });
      await ana.command('note.add', { incident, entry: ana.id(), text: 'once' });
      await clock.advance(60 * SECOND);
      const ops = carriedOps(incidentChannel());
      expect(new Set(ops).size).toBe(ops.length);
      expect(metadataOf(incidentChannel()).filter(({ text }) => text === '✎ once')).toHaveLength(1);
      expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
    },
  );

  test('of a channel that was made anyway: it is adopted, not made twice', async () => {
    const { clock, slack, join, channelNames } = startTeam();
    const ana = await join('xoxp-ana');
    slack.faults.add({ method: 'conversations.create', kind: 'drop-after' });
    await ana.declare('Slow');
    await clock.advance(60 * SECOND);
    expect(channelNames().filter((name) => name.startsWith('inc-'))).toHaveLength(1);
    expect(await syncState(ana)).toBe('synced');
  });

  test('of a channel whose making was sent twice by a proxy: it is one channel', async () => {
    const { slack, clock, join, channelNames } = startTeam();
    const ana = await join('xoxp-ana');
    slack.faults.add({
      method: 'conversations.create',
      kind: 'error',
      error: 'name_taken',
      committed: true,
    });
    await ana.declare('Slow');
    await clock.advance(60 * SECOND);
    expect(channelNames().filter((name) => name.startsWith('inc-'))).toHaveLength(1);
    expect(await syncState(ana)).toBe('synced');
  });

  test('of an announcement: it is there once', async () => {
    const { clock, slack, join, metadataOf } = startTeam();
    const ana = await join('xoxp-ana');
    // The first two posts are the ops, the third is the announcement.
    slack.faults.add({ method: 'chat.postMessage', kind: 'drop-after', skip: 2 });
    await ana.declare('Slow');
    await clock.advance(60 * SECOND);
    expect(metadataOf('incidents')).toHaveLength(1);
  });

  test('when the desktop was restarted before the answer came', async () => {
    const { clock, slack, cable, join, leave, incidentChannel, metadataOf } = startTeam();
    const { profile, remove } = temporaryProfile();
    const net = cable();
    const before = await join('xoxp-ana', net, profile);
    const incident = await before.declare('Slow');
    await clock.advance(20 * SECOND);
    slack.faults.add({ method: 'chat.postMessage', kind: 'drop-after' });
    await before.command('note.add', { incident, entry: before.id(), text: 'once' });
    await clock.advance(10);
    await leave(before);
    const after = await join('xoxp-ana', net, profile);
    await clock.advance(60 * SECOND);
    expect(metadataOf(incidentChannel()).filter(({ text }) => text === '✎ once')).toHaveLength(1);
    expect(await after.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
    remove();
  });

  test('of what the log knows to be in Slack and the queue does not: it leaves the queue', async () => {
    const { slack, clock, join, leave, cable, carriedOps, incidentChannel } = startTeam();
    const { profile, remove } = temporaryProfile();
    const net = cable(slack);
    const before = await join('xoxp-ana', net, profile);
    const incident = await before.declare('Slow');
    await clock.advance(20 * SECOND);
    await leave(before);
    const opened = openDatabase(profile);
    if (!opened.ok) throw new Error(opened.error.message);
    for (const op of carriedOps(incidentChannel()) as OpId[]) {
      enqueueDoubtful(opened.value, { op, incident, account: null, queuedAt: clock.now() });
    }
    closeDatabase(opened.value);
    const after = await join('xoxp-ana', net, profile);
    await clock.advance(30 * SECOND);
    expect(await after.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
    const ops = carriedOps(incidentChannel());
    expect(new Set(ops).size).toBe(ops.length);
    await leave(after);
    remove();
  });
});
