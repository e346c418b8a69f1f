import { describe, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import { SMALL_TEAM } from '../../localslack/seed.ts';
import { createWorkspace } from '../../localslack/workspace.ts';
import { memorySecrets, startDesktop, temporaryProfile } from '../testing/desktop.ts';
import { seededRandom } from '../testing/random.ts';
import { startTeam, syncState } from '../testing/team.ts';

describe('connecting', () => {
  test.each([
    ['', 'Paste a Slack token first.'],
    ['hello', 'This is not a Slack token.'],
    ['xapp-1-A', 'This is an app-level token; it cannot read or post.'],
    ['xoxp-nobody', 'Slack does not accept this token (invalid_auth).'],
  ])('"%s" is refused in words', async (token, message) => {
    const { join } = startTeam();
    const ana = await join(null);
    expect((await ana.refusal('command', 'slack.connect', { token })).message).toBe(message);
    expect((await ana.query('settings', {})).slack).toBeNull();
  });

  test('missing scopes are named', async () => {
    const { slack, join } = startTeam();
    slack.addToken('xoxp-weak', 'U0ANA000001', ['chat:write', 'users:read']);
    const ana = await join(null);
    const refusal = await ana.refusal('command', 'slack.connect', { token: 'xoxp-weak' });
    expect(refusal.code).toBe('slack_scopes_missing');
    expect(refusal.message).toContain('channels:history, channels:read, channels:write');
  });

  test('an answer that is a web page is told apart from Slack', async () => {
    const { slack, join } = startTeam();
    const ana = await join(null);
    slack.faults.add({ method: 'auth.test', kind: 'html' });
    const refusal = await ana.refusal('command', 'slack.connect', { token: 'xoxp-ana' });
    expect(refusal).toMatchObject({ code: 'slack_unreachable' });
    expect(refusal.message).toContain('in place of Slack');
  });

  test('a token of another workspace is refused, pasted or given at the start', async () => {
    const { clock, cable, join, leave } = startTeam();
    const { profile, remove } = temporaryProfile();
    const first = await join('xoxp-ana', cable(), profile);
    expect(await syncState(first)).toBe('synced');
    const elsewhere = createWorkspace({
      seed: {
        slack: { ...SMALL_TEAM.slack, team: { id: 'T0OTHER0001', name: 'Other', domain: 'other' } },
      },
      clock,
      random: seededRandom(3),
    });
    await leave(first);
    const second = await join('xoxp-ana', cable(elsewhere), profile);
    await clock.advance(10 * SECOND);
    const refused = await second.query('sync', {});
    expect(refused.state).toBe('refused');
    expect(refused.problem?.message).toContain('the incidents here belong to Acme');
    const refusal = await second.refusal('command', 'slack.connect', { token: 'xoxp-ben' });
    expect(refusal).toMatchObject({ code: 'slack_refused' });
    expect((await second.query('settings', {})).slack?.team).toBe('Acme');
    expect(elsewhere.calls.every((call) => call.method === 'auth.test')).toBe(true);
    await leave(second);
    remove();
  });

  test('disconnecting forgets the token; work goes on here', async () => {
    const { clock, slack, join } = startTeam();
    const ana = await join('xoxp-ana');
    await ana.command('slack.disconnect', {});
    expect(await syncState(ana)).toBe('unconnected');
    const incident = await ana.declare('Alone');
    expect((await ana.query('incident', { incident })).name).toBe('Alone');
    const calls = slack.calls.length;
    await clock.advance(60 * SECOND);
    expect(slack.calls.length).toBe(calls);
  });

  test.each([100, 1_000, 2_500, 3_500, 5_000])(
    'disconnecting %i ms into an unclear post leaves it waiting, and breaks nothing',
    async (ms) => {
      const { clock, slack, join } = startTeam();
      const ana = await join('xoxp-ana');
      const incident = await ana.declare('Slow');
      await clock.advance(20 * SECOND);
      slack.faults.add({ method: 'chat.postMessage', kind: 'drop-before' });
      await ana.command('incident.set-severity', { incident, severity: 'critical' });
      await clock.advance(ms);
      await ana.command('slack.disconnect', {});
      await clock.advance(30 * SECOND);
      expect(await syncState(ana)).toBe('unconnected');
      expect((await ana.query('incident', { incident })).waiting).toBe(1);
      expect(ana.log.filter(({ level }) => level === 'error')).toEqual([]);
      await ana.command('slack.connect', { token: 'xoxp-ana' });
      await clock.advance(30 * SECOND);
      expect((await ana.query('incident', { incident })).waiting).toBe(0);
    },
  );
});

test('a keychain that fails at the start is asked again, and the work goes on meanwhile', async () => {
  const { slack, clock, cable } = startTeam();
  const { load, ...kept } = memorySecrets('xoxp-ana');
  let asked = 0;
  const ana = await startDesktop({
    clock,
    fetch: cable(slack).fetch,
    secrets: {
      ...kept,
      load: () => {
        asked += 1;
        return asked < 3 ? Promise.reject(new Error('the keychain is locked')) : load();
      },
    },
  });
  const incident = await ana.declare('Slow');
  await clock.advance(30 * SECOND);
  expect(await syncState(ana)).toBe('synced');
  expect((await ana.query('incident', { incident })).waiting).toBe(0);
  expect(ana.log.filter(({ event }) => event === 'sync.turn-failed')).toHaveLength(2);
  await ana.stop();
});
