import { describe, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '#shared/base/duration.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { keptPair, keychain, teamWithTokensOf } from '../testing/rotating.ts';
import { startTeam, syncState } from '../testing/team.ts';

const REFRESH = 'oauth.v2.access';

/** A desktop that signed in with tokens of ten minutes. */
async function signedIn() {
  const team = startTeam({ seed: teamWithTokensOf(600) });
  const secrets = keychain(keptPair(team.slack));
  const { profile, remove } = temporaryProfile();
  const net = team.cable();
  const desk = await team.join(secrets, net, profile);
  const refreshes = () => team.slack.calls.filter(({ method }) => method === REFRESH).length;
  return { ...team, secrets, profile, remove, net, desk, refreshes };
}

const answers = (calls: readonly { outcome: string }[], outcome: string) =>
  calls.filter((call) => call.outcome === outcome).length;

describe('a token that rotates', () => {
  test('is renewed before it ends, kept before it is used, and nobody notices', async () => {
    const { clock, slack, desk, secrets, refreshes, remove } = await signedIn();
    const incident = await desk.declare('Long night');
    const first = secrets.access();
    await clock.advance(8 * MINUTE);
    expect(refreshes()).toBe(1);
    expect(secrets.access()).not.toBe(first);
    for (let i = 0; i < 5; i++) {
      await desk.command('incident.rename', { incident, name: `Long night ${i}` });
      await clock.advance(8 * MINUTE);
    }
    expect(refreshes()).toBeGreaterThan(4);
    expect(answers(slack.calls, 'token_expired')).toBe(0);
    expect(await desk.query('incident', { incident })).toMatchObject({ waiting: 0 });
    expect(await syncState(desk)).toBe('synced');
    expect((await desk.query('settings', {})).slack?.user).toBe('ana');
    remove();
  });

  test('stands nowhere but in the keychain', async () => {
    const { clock, desk, secrets, profile, leave, remove } = await signedIn();
    await desk.declare('Secret');
    const before = secrets.kept ?? '';
    await clock.advance(9 * MINUTE);
    const after = secrets.kept ?? '';
    await leave(desk);
    const { readdirSync, readFileSync } = await import('node:fs');
    const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    const written = files.map((file) =>
      readFileSync(`${file.parentPath}/${file.name}`).toString('latin1'),
    );
    const told = [JSON.stringify(desk.log), JSON.stringify(desk.events), ...written].join('\n');
    expect(files.length).toBeGreaterThan(1);
    for (const kept of [before, after]) {
      const { access, refresh } = JSON.parse(kept);
      expect(told).not.toContain(access);
      expect(told).not.toContain(refresh);
    }
    remove();
  });

  test('that ends early is renewed when Slack says so, once for all that wait for it', async () => {
    const { clock, slack, desk, secrets, refreshes, remove } = await signedIn();
    const ids = [await desk.declare('One'), await desk.declare('Two'), await desk.declare('Three')];
    slack.endToken(secrets.access(), 'token_expired');
    await clock.advance(MINUTE);
    expect(refreshes()).toBe(1);
    expect(answers(slack.calls, 'token_expired')).toBeGreaterThan(0);
    for (const incident of ids) {
      expect(await desk.query('incident', { incident })).toMatchObject({ waiting: 0 });
    }
    expect(await syncState(desk)).toBe('synced');
    remove();
  });

  test.each(['drop-before', 'drop-after', 'hang'] as const)(
    'whose renewal is lost (%s) is renewed all the same, within the grace Slack gives',
    async (kind) => {
      const { clock, slack, desk, refreshes, remove } = await signedIn();
      slack.faults.add(
        kind === 'hang' ? { method: REFRESH, kind, committed: true } : { method: REFRESH, kind },
      );
      await clock.advance(9 * MINUTE);
      expect(refreshes()).toBe(2);
      await clock.advance(30 * MINUTE);
      expect(await syncState(desk)).toBe('synced');
      expect(answers(slack.calls, 'token_expired')).toBe(0);
      remove();
    },
  );

  test('is renewed when the network is back, and what waited goes out', async () => {
    const { clock, net, desk, secrets, remove } = await signedIn();
    const incident = await desk.declare('Dark');
    await clock.advance(10 * SECOND);
    const first = secrets.access();
    net.cut = true;
    await desk.command('incident.rename', { incident, name: 'Darker' });
    await clock.advance(30 * MINUTE);
    expect(await syncState(desk)).toBe('offline');
    expect(await desk.query('incident', { incident })).toMatchObject({ waiting: 1 });
    net.cut = false;
    await clock.advance(2 * MINUTE);
    expect(await syncState(desk)).toBe('synced');
    expect(secrets.access()).not.toBe(first);
    expect(await desk.query('incident', { incident })).toMatchObject({ waiting: 0 });
    remove();
  });

  test('is not used before the keychain has taken it', async () => {
    const { clock, desk, secrets, refreshes, remove } = await signedIn();
    secrets.isLocked = true;
    const first = secrets.access();
    await clock.advance(15 * MINUTE);
    expect((await desk.query('sync', {})).problem?.message).toContain('The keychain');
    expect([secrets.access(), refreshes()]).toEqual([first, 1]);
    secrets.isLocked = false;
    await clock.advance(2 * MINUTE);
    expect(await syncState(desk)).toBe('synced');
    expect(secrets.access()).not.toBe(first);
    remove();
  });
});

describe('after a crash between Slack’s answer and the keychain', () => {
  const crashed = async () => {
    const made = await signedIn();
    const incident = await made.desk.declare('Crash');
    await made.clock.advance(10 * SECOND);
    await made.desk.command('incident.rename', { incident, name: 'Crash again' });
    // What the keychain had before stays, as if the process had died when the answer came.
    const old = made.secrets.kept;
    await made.clock.advance(8 * MINUTE);
    await made.leave(made.desk);
    made.secrets.kept = old;
    return { ...made, incident };
  };

  test('a start within the grace goes on', async () => {
    const { clock, join, secrets, cable, profile, leave, remove } = await crashed();
    const again = await join(secrets, cable(), profile);
    await clock.advance(20 * SECOND);
    expect(await syncState(again)).toBe('synced');
    await leave(again);
    remove();
  });

  test('a later one says to sign in again; the queue stays, and goes out then', async () => {
    const { clock, slack, join, secrets, cable, profile, leave, remove } = await crashed();
    clock.jump(20 * MINUTE);
    const again = await join(secrets, cable(), profile);
    const incident = await again.declare('Later');
    await clock.advance(20 * SECOND);
    const { state, problem } = await again.query('sync', {});
    expect(state).toBe('refused');
    expect(problem?.message).toBe('Slack does not renew this sign-in any more.');
    expect(problem?.hint).toContain('sign in again');
    const calls = slack.calls.length;
    await clock.advance(5 * MINUTE);
    expect(slack.calls.length).toBe(calls);
    await again.command('slack.connect', { token: 'xoxp-ana' });
    await clock.advance(30 * SECOND);
    expect(await again.query('incident', { incident })).toMatchObject({ waiting: 0 });
    await leave(again);
    remove();
  });
});

test('after a month away the words say why, and what to press', async () => {
  const { clock, desk, leave, join, secrets, cable, profile, remove } = await signedIn();
  await leave(desk);
  clock.jump(31 * DAY);
  const again = await join(secrets, cable(), profile);
  await clock.advance(5 * SECOND);
  expect(await again.query('sync', {})).toMatchObject({
    state: 'refused',
    problem: {
      message: 'Slack ended this sign-in: Quarterdeck was not online for a month.',
      hint: expect.stringContaining('sign in again'),
    },
  });
  await leave(again);
  remove();
});

test('a token that was pasted takes the place of a pair, also while that is being renewed', async () => {
  const { clock, slack, desk, secrets, remove } = await signedIn();
  slack.faults.add({ method: REFRESH, kind: 'slow', ms: 10_000 });
  await clock.advance(7 * MINUTE + 32 * SECOND);
  await desk.command('slack.connect', { token: 'xoxp-ana' });
  await clock.advance(MINUTE);
  expect(secrets.kept).toBe('xoxp-ana');
  expect(await syncState(desk)).toBe('synced');
  remove();
});

test.each(['{"v":2,"x":1}', '{"v":1,"acc'])('%s in the keychain is told in words', async (kept) => {
  const { clock, join } = startTeam();
  const desk = await join(keychain(kept));
  await desk.command('slack.connect', { token: 'xoxp-ana' });
  await clock.advance(5 * SECOND);
  expect(await syncState(desk)).toBe('synced');
});
