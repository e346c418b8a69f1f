import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { Person } from '../../localslack/person.ts';
import type { Desktop } from '../testing/desktop.ts';
import { startTeam, syncState, type Team } from '../testing/team.ts';

const problemOf = async (desktop: Desktop) =>
  (await desktop.query('settings', {})).slack?.announcements.problem ?? null;
const placeOf = async (desktop: Desktop) =>
  (await desktop.query('settings', {})).slack?.announcements.name;

/** Ben has made #incidents by hand, before any desktop came. */
function makeIncidents({ slack }: Team, isPrivate: boolean): Person {
  const ben = slack.as('U0BEN000001');
  ben.create('incidents', { isPrivate });
  return ben;
}

describe('a channel that stands in the way', () => {
  test('archived: it says so, the incident goes on, and unarchiving lets it be announced', async () => {
    const team = startTeam();
    const { clock, slack, join, incidentChannel, metadataOf } = team;
    const ben = makeIncidents(team, false);
    ben.archive('incidents');
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    expect(await problemOf(ana)).toEqual({
      message: '#incidents is archived in Slack. Incidents declared here are not announced.',
      hint: 'Unarchive it in Slack and press Retry in Settings, or choose another announcements channel in Settings.',
    });
    expect((await ana.query('desk', {})).notice?.message).toContain('#incidents is archived');
    expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0, parked: 0 });
    expect((await ana.query('incident', { incident })).parked).toBeNull();
    expect(slack.channelNamed(incidentChannel())?.topic).toContain('Minor');
    ben.unarchive('incidents');
    await ana.command('sync.retry', {});
    await clock.advance(10 * SECOND);
    expect(await problemOf(ana)).toBeNull();
    expect(metadataOf('incidents')).toHaveLength(1);
  });

  test('private to others: another one is chosen by name, and made', async () => {
    const team = startTeam();
    const { clock, slack, join, metadataOf } = team;
    makeIncidents(team, true);
    const ana = await join('xoxp-ana');
    await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    expect((await problemOf(ana))?.message).toContain('#incidents that you cannot see');
    expect(await syncState(ana)).toBe('synced');
    await ana.command('slack.announce-in', { channel: ' #War-Room ' });
    await clock.advance(10 * SECOND);
    expect(await problemOf(ana)).toBeNull();
    expect(await placeOf(ana)).toBe('war-room');
    expect(metadataOf('war-room')).toHaveLength(1);
    expect(slack.channelNamed('war-room')?.isPrivate).toBe(false);
  });

  test('not to be made here: the words name the way out, and nothing else is held up', async () => {
    const { clock, slack, join, incidentChannel } = startTeam();
    const error = 'restricted_action';
    slack.faults.add({ method: 'conversations.create', kind: 'error', error });
    const ana = await join('xoxp-ana');
    await ana.declare('Slow');
    await clock.advance(15 * SECOND);
    expect(await problemOf(ana)).toEqual({
      message:
        'The workspace does not let you do this: #incidents. Incidents declared here are not announced.',
      hint: 'Ask an admin of the workspace to allow it, then retry. Or choose another announcements channel in Settings.',
    });
    expect(incidentChannel()).toMatch(/-slow$/);
    // It is looked at again by itself.
    await clock.advance(2 * MINUTE);
    expect(await problemOf(ana)).toBeNull();
    expect(slack.channelNamed('incidents')?.messages.length).toBeGreaterThan(0);
  });

  test('a name that Slack does not take is refused in words, as is an archived one', async () => {
    const team = startTeam();
    const ana = await team.join('xoxp-ana');
    const choose = (channel: string) => ana.refusal('command', 'slack.announce-in', { channel });
    expect((await choose('war room!')).hint).toContain('as Slack shows it');
    await ana.command('slack.announce-in', { channel: 'old' });
    const old = team.slack.channelNamed('old');
    if (old !== null) old.isArchived = true;
    expect(await choose('old')).toMatchObject({
      code: 'slack_refused',
      message: '#old is archived in Slack.',
    });
  });
});

describe('a channel that is known', () => {
  test('is followed by its id when it is renamed', async () => {
    const { clock, slack, join, metadataOf } = startTeam();
    const ana = await join('xoxp-ana');
    await ana.declare('One');
    await clock.advance(20 * SECOND);
    slack.as('U0ANA000001').rename('incidents', 'outages');
    await clock.advance(20 * SECOND);
    await ana.declare('Two');
    await clock.advance(20 * SECOND);
    expect(await placeOf(ana)).toBe('outages');
    expect(metadataOf('outages')).toHaveLength(2);
    expect(slack.channelNamed('incidents')).toBeNull();
  });

  test('archived later: reading goes on, announcing waits in words', async () => {
    const { clock, slack, join, metadataOf } = startTeam();
    const ana = await join('xoxp-ana');
    const ben = await join('xoxp-ben');
    await ana.declare('One');
    await clock.advance(20 * SECOND);
    const channel = slack.channelNamed('incidents');
    slack.archive(channel?.id ?? '');
    const two = await ana.declare('Two');
    await clock.advance(20 * SECOND);
    expect((await problemOf(ana))?.message).toContain('#incidents is archived');
    expect((await ben.query('desk', {})).active).toHaveLength(1);
    expect((await ana.query('incident', { incident: two })).waiting).toBe(0);
    if (channel !== null) channel.isArchived = false;
    await clock.advance(3 * MINUTE);
    expect(await problemOf(ana)).toBeNull();
    expect(metadataOf('incidents')).toHaveLength(2);
    expect((await ben.query('desk', {})).active).toHaveLength(2);
  });

  test('gone: it says so, and is made anew only when a person asks', async () => {
    const { clock, slack, join, metadataOf } = startTeam();
    const ana = await join('xoxp-ana');
    await clock.advance(10 * SECOND);
    const channel = slack.channelNamed('incidents');
    // As good as deleted: made private, without anybody in it, its name free again.
    Object.assign(channel ?? {}, { isPrivate: true, name: 'deleted' });
    channel?.members.clear();
    await ana.declare('One');
    await clock.advance(3 * MINUTE);
    expect((await problemOf(ana))?.message).toContain('#incidents is gone');
    expect(await syncState(ana)).toBe('synced');
    expect(slack.channelNamed('incidents')).toBeNull();
    const made = () => slack.calls.filter((call) => call.method === 'conversations.create').length;
    expect(made()).toBe(2);
    await ana.command('sync.retry', {});
    await clock.advance(20 * SECOND);
    expect(await problemOf(ana)).toBeNull();
    expect(metadataOf('incidents')).toHaveLength(1);
  });
});

describe('an announcement', () => {
  test.each(['drop-after', 'drop-before', 'status', 'html'] as const)(
    'whose post ended in "%s" is in Slack once',
    async (kind) => {
      const { clock, slack, join, metadataOf } = startTeam();
      const ana = await join('xoxp-ana');
      await clock.advance(10 * SECOND);
      slack.faults.add({ method: 'chat.postMessage', kind, skip: 2 });
      await ana.declare('Slow');
      await clock.advance(MINUTE);
      expect(metadataOf('incidents')).toHaveLength(1);
      expect(await syncState(ana)).toBe('synced');
    },
  );

  test('of ten incidents at once keeps to a message a second', async () => {
    const { clock, slack, join, metadataOf } = startTeam();
    const ana = await join('xoxp-ana');
    for (let i = 0; i < 10; i++) await ana.declare(`No ${i}`);
    await clock.advance(2 * MINUTE);
    expect(metadataOf('incidents')).toHaveLength(10);
    const limited = slack.calls.filter(
      ({ method, outcome }) => method === 'chat.postMessage' && outcome === 'ratelimited',
    );
    expect(limited).toEqual([]);
  });
});

describe('a topic that Slack does not take', () => {
  test('is told with its incident, holds nothing back, and follows when a person retries', async () => {
    const { clock, slack, join, incidentChannel } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    const [method, error] = ['conversations.setTopic', 'restricted_action'];
    slack.faults.add({ method, kind: 'error', error });
    await ana.command('incident.set-severity', { incident, severity: 'critical' });
    await clock.advance(20 * SECOND);
    const view = await ana.query('incident', { incident });
    expect(view).toMatchObject({
      waiting: 0,
      parked: null,
      refusal: {
        message: expect.stringContaining('The topic is out of date. The workspace does not let'),
        hint: 'Ask an admin of the workspace to allow it, then retry.',
      },
    });
    const topic = () => slack.channelNamed(incidentChannel())?.topic;
    expect(topic()).toContain('Minor');
    await ana.command('sync.retry', { incident });
    await clock.advance(20 * SECOND);
    expect(topic()).toContain('Critical');
    expect((await ana.query('incident', { incident })).refusal).toBeNull();
  });

  test('limited for a minute: notes go out meanwhile', async () => {
    const { clock, slack, join } = startTeam();
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    slack.faults.add({ method: 'conversations.setTopic', kind: 'limited', retryAfter: 60 });
    await ana.command('incident.set-severity', { incident, severity: 'critical' });
    await clock.advance(5 * SECOND);
    await ana.command('note.add', { incident, entry: ana.id(), text: 'not held up' });
    await clock.advance(5 * SECOND);
    expect((await ana.query('incident', { incident })).waiting).toBe(0);
  });
});
