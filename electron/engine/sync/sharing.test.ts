import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { Recorded } from '../../localslack/workspace.ts';
import type { Desktop } from '../testing/desktop.ts';
import { startTeam, syncState, type Team } from '../testing/team.ts';

/** Desktops of one team, each with a token of its own and one app for all of them. */
async function manyDesktops(team: Team, n: number): Promise<readonly Desktop[]> {
  const desktops: Desktop[] = [];
  for (let i = 0; i < n; i++) {
    team.slack.addToken(`xoxp-${i}`, i % 2 === 0 ? 'U0ANA000001' : 'U0BEN000001');
    desktops.push(await team.join(`xoxp-${i}`));
  }
  return desktops;
}

const callsOf = ({ slack }: Team, method: string, from: number): readonly Recorded[] =>
  slack.calls.filter((call) => call.method === method && call.at >= from);

const refused = (calls: readonly Recorded[]) =>
  calls.filter(({ outcome }) => outcome === '429' || outcome === 'ratelimited');

describe('one budget for all', () => {
  test('ten desktops with one incident on screen share the calls, and none is starved', async () => {
    const team = startTeam();
    const { clock } = team;
    const desktops = await manyDesktops(team, 10);
    const [first] = desktops;
    if (first === undefined) throw new Error('there is no desktop');
    const incident = await first.declare('Slow');
    await clock.advance(MINUTE);
    for (const desktop of desktops) {
      await desktop.query('incident', { incident });
      await desktop.command('note.add', { incident, entry: desktop.id(), text: 'I am here' });
      await clock.advance(2 * SECOND);
    }
    // As many as came at once, unknown to one another, were limited; that is over by then.
    await clock.advance(4 * MINUTE);
    const from = clock.now();
    await clock.advance(5 * MINUTE);
    const history = callsOf(team, 'conversations.history', from);
    expect(history.length / 5).toBeLessThanOrEqual(50);
    expect(refused(history).length / history.length).toBeLessThanOrEqual(0.02);
    for (let i = 0; i < 10; i++) {
      const own = history.filter(({ token }) => token === `xoxp-${i}`).length;
      // Every 13 s is 23 in five minutes, besides the announcements.
      expect(own).toBeGreaterThanOrEqual(15);
      expect(own).toBeLessThanOrEqual(30);
    }
  }, 60_000);

  test('twelve desktops that only look on find their pace by what Slack says', async () => {
    const team = startTeam();
    const { clock } = team;
    await manyDesktops(team, 12);
    await clock.advance(3 * MINUTE);
    const from = clock.now();
    await clock.advance(10 * MINUTE);
    const history = callsOf(team, 'conversations.history', from);
    expect(refused(history).length / history.length).toBeLessThanOrEqual(0.1);
  }, 60_000);
});

describe('a storm of limits', () => {
  test('makes no call before its time, and hardly more than the fewest there can be', async () => {
    const team = startTeam();
    const { clock, slack } = team;
    const desktops = await manyDesktops(team, 3);
    const incidents: Awaited<ReturnType<Desktop['declare']>>[] = [];
    for (const desktop of desktops) {
      incidents.push(await desktop.declare('One'), await desktop.declare('Two'));
    }
    await clock.advance(MINUTE);
    const from = clock.now();
    const wait = 20;
    slack.faults.add({ method: '*', kind: 'limited', retryAfter: wait, times: 100_000 });
    for (const desktop of desktops) {
      for (const incident of incidents) {
        const view = await desktop.query('desk', {});
        if (!view.active.some(({ id }) => id === incident)) continue;
        await desktop.command('note.add', { incident, entry: desktop.id(), text: 'kept' });
      }
    }
    await clock.advance(5 * MINUTE);
    const storm = slack.calls.filter(({ at }) => at >= from);
    const kinds = new Map<string, number[]>();
    for (const { method, token, at } of storm) {
      const key = `${token} ${method}`;
      kinds.set(key, [...(kinds.get(key) ?? []), at]);
    }
    let floor = 0;
    for (const [key, times] of kinds) {
      // Calls that were under way together when the first was limited are one try.
      const tries = [...new Set(times)];
      const gaps = tries.slice(1).map((at, i) => at - (tries[i] ?? 0));
      for (const gap of gaps) expect([key, gap >= wait * SECOND]).toEqual([key, true]);
      floor += times.length - tries.length;
      floor += Math.floor((from + 5 * MINUTE - (tries[0] ?? 0)) / (wait * SECOND)) + 1;
    }
    expect(storm.length).toBeLessThanOrEqual(1.05 * floor);
    slack.faults.clear();
    await clock.advance(5 * MINUTE);
    for (const desktop of desktops) expect(await syncState(desktop)).toBe('synced');
  }, 60_000);
});
