import { describe, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import { startTeam, syncState } from '../testing/team.ts';

describe('what Slack refuses', () => {
  test('a sign-in that is limited waits for its time, and asks once', async () => {
    const { clock, slack, join } = startTeam();
    slack.faults.add({ method: 'auth.test', kind: 'limited', retryAfter: 60 });
    const ana = await join('xoxp-ana');
    expect(await syncState(ana)).toBe('limited');
    const told = ana.events.length;
    await clock.advance(30 * SECOND);
    expect(slack.calls.filter(({ method }) => method === 'auth.test')).toHaveLength(1);
    expect(ana.events.length - told).toBeLessThan(5);
    await clock.advance(40 * SECOND);
    expect(await syncState(ana)).toBe('synced');
  });

  test('a limited method is left alone until Slack said; the rest goes on', async () => {
    const { clock, slack, join } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    slack.faults.add({ method: 'chat.postMessage', kind: 'limited', retryAfter: 30 });
    await ana.command('note.add', { incident, entry: ana.id(), text: 'later' });
    await clock.advance(SECOND);
    const limitedAt = clock.now();
    await clock.advance(60 * SECOND);
    const posts = slack.calls.filter((call) => call.method === 'chat.postMessage');
    const [last, before] = [posts.at(-1), posts.at(-2)];
    expect(before?.outcome).toBe('429');
    expect((last?.at ?? 0) - (before?.at ?? 0)).toBeGreaterThanOrEqual(30 * SECOND);
    const reads = slack.calls.filter(
      (call) =>
        call.method === 'conversations.history' &&
        call.at > limitedAt &&
        call.at < limitedAt + 25 * SECOND,
    );
    expect(reads.length).toBeGreaterThan(2);
    expect(await syncState(ana)).toBe('synced');
  });

  test('an archived channel parks its incident in words, others go on, retry sends it', async () => {
    const { clock, slack, join, incidentChannel, metadataOf } = startTeam();
    const ana = await join('xoxp-ana');
    const [stuck, fine] = [await ana.declare('Stuck'), await ana.declare('Fine')];
    await clock.advance(30 * SECOND);
    const name = incidentChannel('-stuck');
    slack.archive(slack.channelNamed(name)?.id ?? '');
    await ana.command('note.add', { incident: stuck, entry: ana.id(), text: 'held' });
    await ana.command('note.add', { incident: fine, entry: ana.id(), text: 'through' });
    await clock.advance(10 * SECOND);
    const held = await ana.query('incident', { incident: stuck });
    expect(held.parked).toMatchObject({ reason: `#${name} is archived in Slack.`, count: 1 });
    expect((await ana.query('incident', { incident: fine })).waiting).toBe(0);
    const channel = slack.channelNamed(name);
    if (channel !== null) channel.isArchived = false;
    await ana.command('sync.retry', { incident: stuck });
    await clock.advance(20 * SECOND);
    expect((await ana.query('incident', { incident: stuck })).parked).toBeNull();
    expect(metadataOf(name).at(-1)?.text).toBe('✎ held');
  });

  test('a revoked token stops the sending in words, and a new one goes on where it stopped', async () => {
    const { clock, slack, join, incidentChannel, metadataOf } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    slack.endToken('xoxp-ana', 'token_revoked');
    await ana.command('note.add', { incident, entry: ana.id(), text: 'kept' });
    await clock.advance(20 * SECOND);
    const refused = await ana.query('sync', {});
    expect(refused).toMatchObject({ state: 'refused', waiting: 1 });
    expect(refused.problem?.message).toBe('The Slack token was revoked.');
    slack.addToken('xoxp-ana-new', 'U0ANA000001');
    await ana.command('slack.connect', { token: 'xoxp-ana-new' });
    await clock.advance(20 * SECOND);
    expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
    expect(metadataOf(incidentChannel()).at(-1)?.text).toContain('✎ kept');
  });

  test('a queue made by one person is never sent with another’s token', async () => {
    const { clock, slack, cable, join, incidentChannel, metadataOf } = startTeam();
    const net = cable();
    const ana = await join('xoxp-ana', net);
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    net.cut = true;
    await ana.command('note.add', { incident, entry: ana.id(), text: 'by Ana' });
    net.cut = false;
    slack.endToken('xoxp-ana', 'token_revoked');
    await ana.command('slack.connect', { token: 'xoxp-ben' });
    await clock.advance(30 * SECOND);
    expect((await ana.query('incident', { incident })).parked?.reason).toContain(
      'another Slack account',
    );
    expect(metadataOf(incidentChannel()).some(({ text }) => text.includes('by Ana'))).toBe(false);
  });
});
