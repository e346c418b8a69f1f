import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { startTeam, type Team } from '../testing/team.ts';

let profile: string;
let remove: () => void;
beforeEach(() => {
  ({ profile, remove } = temporaryProfile());
});
afterEach(() => remove());

const loseDatabase = () => {
  for (const name of ['quarterdeck.db', 'quarterdeck.db-wal', 'quarterdeck.db-shm', 'backups']) {
    rmSync(join(profile, name), { recursive: true, force: true });
  }
};

const incidentChannels = ({ slack }: Team) =>
  slack.channels().filter(({ name }) => name.startsWith('inc-'));

/** Ana's desktop has made the channel and said everything in it, and announced nothing. */
async function declaredUnannounced(team: Team, isPrivate = false) {
  const { clock, slack, join: start } = team;
  const ana = await start('xoxp-ana', undefined, profile);
  const said = { method: 'chat.postMessage', kind: 'drop-before', times: 1_000 } as const;
  slack.faults.add({ ...said, skip: 2 });
  const incident = ana.id() as IncidentId;
  await ana.command('incident.declare', { incident, name: 'Slow', private: isPrivate });
  await clock.advance(10 * SECOND);
  return { ana, incident };
}

describe('a database that is lost before its incident was announced', () => {
  test('makes no second channel', async () => {
    const team = startTeam();
    const { ana } = await declaredUnannounced(team);
    await team.leave(ana);
    loseDatabase();
    team.slack.faults.clear();
    const again = await team.join('xoxp-ana', undefined, profile);
    await team.clock.advance(MINUTE);
    expect(incidentChannels(team)).toHaveLength(1);
    expect(team.metadataOf('incidents')).toHaveLength(1);
    expect(await again.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
  });

  test('nor where the incident was renamed since, nor where the channel was archived', async () => {
    const team = startTeam();
    const { ana, incident } = await declaredUnannounced(team);
    await ana.command('incident.rename', { incident, name: 'Down' });
    await team.leave(ana);
    loseDatabase();
    team.slack.faults.clear();
    const [channel] = incidentChannels(team);
    team.slack.archive(channel?.id ?? '');
    await team.join('xoxp-ana', undefined, profile);
    await team.clock.advance(MINUTE);
    expect(incidentChannels(team).map(({ name }) => name)).toEqual([channel?.name]);
  });
});

test('an incident made private after a loss goes on in the channel where it began', async () => {
  const team = startTeam();
  const { ana, incident } = await declaredUnannounced(team);
  await team.leave(ana);
  loseDatabase();
  team.slack.faults.clear();
  const net = team.cable();
  net.cut = true;
  const again = await team.join('xoxp-ana', net, profile);
  await again.command('incident.set-private', { incident, private: true });
  net.cut = false;
  await team.clock.advance(MINUTE);
  const [channel, ...others] = incidentChannels(team);
  expect(others).toEqual([]);
  expect(team.metadataOf(channel?.name ?? '').at(-1)?.text).toContain('rivate');
  expect(await again.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
});

test('what was taken back and put back after a loss goes where it was, and once', async () => {
  const team = startTeam();
  const { ana, incident } = await declaredUnannounced(team);
  await team.leave(ana);
  loseDatabase();
  team.slack.faults.clear();
  const net = team.cable();
  net.cut = true;
  const again = await team.join('xoxp-ana', net, profile);
  const { cancelled } = await again.command('queue.discard', { incident });
  await again.command('queue.restore', { ops: cancelled });
  net.cut = false;
  await team.clock.advance(MINUTE);
  const [channel, ...others] = incidentChannels(team);
  expect(others).toEqual([]);
  expect(team.metadataOf(channel?.name ?? '')).toHaveLength(2);
});

test('what was done with two accounts goes out in its order, each with its own', async () => {
  const { clock, join: start, cable, metadataOf, incidentChannel } = startTeam();
  const net = cable();
  const desktop = await start('xoxp-ana', net);
  const incident = await desktop.declare('Slow');
  await clock.advance(20 * SECOND);
  const note = (text: string) =>
    desktop.command('note.add', { incident, entry: desktop.id(), text });
  const as = (token: string) => desktop.command('slack.connect', { token });
  // The token is checked at once; what is done right after waits for its turn.
  await note('one, as Ana');
  await as('xoxp-ben');
  await note('two, as Ben');
  await as('xoxp-ana');
  await note('three, as Ana');
  for (const token of ['xoxp-ana', 'xoxp-ben', 'xoxp-ana']) {
    await as(token);
    await desktop.command('sync.retry', {});
    await clock.advance(MINUTE);
  }
  expect((await desktop.query('sync', {})).waiting).toBe(0);
  const said = metadataOf(incidentChannel()).map(({ user, text }) => [user, text]);
  expect(said.slice(-3)).toEqual([
    ['U0ANA000001', '✎ one, as Ana'],
    ['U0BEN000001', '✎ two, as Ben'],
    ['U0ANA000001', '✎ three, as Ana'],
  ]);
});
