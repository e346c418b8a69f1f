import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { err, ok } from '#shared/base/result.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import { SMALL_TEAM } from '../../localslack/seed.ts';
import { createWorkspace } from '../../localslack/workspace.ts';
import type { OpenReturn, ReturnWords } from '../ports.ts';
import { type Desktop, startDesktop } from '../testing/desktop.ts';
import { seededRandom } from '../testing/random.ts';
import { keychain } from '../testing/rotating.ts';
import { type Cable, startTeam, syncState } from '../testing/team.ts';

const CLIENT = '1111.2222';

/** This computer's ports, and a browser that comes back to them. */
function browserTo(net: Cable, taken: readonly number[] = []) {
  const open = new Map<number, (query: string) => Promise<ReturnWords>>();
  const openReturn: OpenReturn = async (port, answer) => {
    if (taken.includes(port) || open.has(port)) return err('EADDRINUSE');
    open.set(port, answer);
    return ok({ close: () => void open.delete(port) });
  };
  const sentBack = async (url: string, as: string) => {
    const page = await net.fetch(`${url}&as=${as}`, { redirect: 'manual' });
    return new URL(page.headers.get('location') ?? '');
  };
  const arrive = (at: URL) => open.get(Number(at.port))?.(at.search.slice(1));
  return { open, openReturn, sentBack, arrive };
}

async function unconnected(taken: readonly number[] = [], slackClientId?: string) {
  const team = startTeam();
  const net = team.cable();
  const secrets = keychain(null);
  const browser = browserTo(net, taken);
  const given = slackClientId === undefined ? {} : { slackClientId };
  const desk = await startDesktop({
    ...{ clock: team.clock, seed: 5, fetch: (...asked) => net.fetch(...asked), secrets },
    ...{ openReturn: browser.openReturn, ...given },
  });
  const begin = async () => (await desk.command('slack.sign-in', { clientId: CLIENT })).url;
  return { ...team, ...browser, net, secrets, desk, begin };
}

const signIn = async (desk: Desktop) => (await desk.query('settings', {})).signIn;
const slackOf = async (desk: Desktop) => (await desk.query('settings', {})).slack;

describe('signing in with Slack', () => {
  test('leads to Slack’s page and back, and what waited goes out', async () => {
    const { clock, desk, begin, sentBack, arrive, open, secrets } = await unconnected();
    const incident = await desk.declare('Before Slack');
    const url = await begin();
    expect(await signIn(desk)).toMatchObject({ state: 'waiting', url, clientId: CLIENT });
    const back = await sentBack(url, 'ana');
    expect(back.origin + back.pathname).toBe('http://localhost:47100/oauth');
    expect(await arrive(back)).toMatchObject({ title: 'You are signed in' });
    expect(await slackOf(desk)).toMatchObject({ team: 'Acme', user: 'ana' });
    expect(await signIn(desk)).toMatchObject({ state: 'idle', url: null, problem: null });
    expect(secrets.access()).toMatch(/^xoxe\.xoxp-/);
    expect(open.size).toBe(0);
    await clock.advance(30 * SECOND);
    expect(await syncState(desk)).toBe('synced');
    expect(await desk.query('incident', { incident })).toMatchObject({ waiting: 0 });
    await desk.stop();
  });

  test('asks by a challenge, and for all that the engine needs', async () => {
    const { desk, begin } = await unconnected();
    const first = new URL(await begin());
    const second = new URL(await begin());
    for (const { origin, pathname, searchParams: asked } of [first, second]) {
      expect(origin + pathname).toBe('https://slack.com/oauth/v2/authorize');
      expect(asked.get('code_challenge_method')).toBe('S256');
      expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/);
      expect(asked.get('scope')).toBeNull();
      expect(asked.get('user_scope')).toContain('channels:history,channels:read,channels:write');
    }
    for (const name of ['state', 'code_challenge']) {
      expect(first.searchParams.get(name)).not.toBe(second.searchParams.get(name));
    }
    await desk.stop();
  });

  test('takes the next port when one is in use, and says so when all are', async () => {
    const some = await unconnected([47_100]);
    const back = await some.sentBack(await some.begin(), 'ana');
    expect(back.port).toBe('47101');
    expect(await some.arrive(back)).toMatchObject({ title: 'You are signed in' });
    await some.desk.stop();
    const none = await unconnected([47_100, 47_101, 47_102]);
    const refusal = await none.desk.refusal('command', 'slack.sign-in', { clientId: CLIENT });
    expect(refusal.message).toContain('the ports 47100, 47101, 47102 of this computer are in use');
    await none.desk.stop();
  });

  test('can be answered with the address that a browser or the system was given', async () => {
    const { desk, begin, sentBack } = await unconnected();
    const back = await sentBack(await begin(), 'ben');
    await desk.command('slack.sign-in-answer', { query: `quarterdeck://oauth${back.search}` });
    expect(await slackOf(desk)).toMatchObject({ user: 'ben' });
    await desk.stop();
  });

  test('remembers the client ID; one that was given needs none to be entered', async () => {
    const { desk, begin } = await unconnected();
    expect(await signIn(desk)).toMatchObject({ clientId: null, isClientIdGiven: false });
    await begin();
    await desk.command('slack.sign-in-cancel', {});
    expect(await signIn(desk)).toMatchObject({ clientId: CLIENT, state: 'idle', problem: null });
    await desk.command('slack.sign-in', {});
    await desk.stop();
    const given = await unconnected([], CLIENT);
    expect(await signIn(given.desk)).toMatchObject({ clientId: CLIENT, isClientIdGiven: true });
    const { url } = await given.desk.command('slack.sign-in', {});
    expect(url).toContain('client_id=1111.2222');
    await given.desk.stop();
  });

  test.each([
    [{}, 'Enter the client ID of your Slack app.'],
    [{ clientId: '' }, 'Enter the client ID of your Slack app.'],
    [{ clientId: 'A012ABC' }, 'This is not a client ID.'],
  ])('%o is refused in words', async (input, message) => {
    const { desk } = await unconnected();
    expect((await desk.refusal('command', 'slack.sign-in', input)).message).toBe(message);
    await desk.stop();
  });
});

describe('a sign-in that does not come to its end', () => {
  const refused = async (desk: Desktop, query: string) =>
    desk.refusal('command', 'slack.sign-in-answer', { query });

  test('was cancelled at Slack', async () => {
    const { desk, begin, sentBack, arrive, secrets } = await unconnected();
    expect(await arrive(await sentBack(await begin(), ''))).toEqual({
      title: 'You are not signed in',
      text: 'Quarterdeck was not let in: Cancel was pressed. Press Sign in with Slack to try again.',
    });
    expect((await signIn(desk)).problem?.message).toContain('Cancel was pressed');
    expect(secrets.kept).toBeNull();
    await begin();
    expect((await signIn(desk)).problem).toBeNull();
    await desk.stop();
  });

  test('was cancelled here: its answer is for nobody', async () => {
    const { desk, begin, sentBack, open } = await unconnected();
    const back = await sentBack(await begin(), 'ana');
    await desk.command('slack.sign-in-cancel', {});
    expect(open.size).toBe(0);
    expect((await refused(desk, back.search)).message).toContain('under way here');
    expect(await slackOf(desk)).toBeNull();
    await desk.stop();
  });

  test('is not ended by an answer that somebody made up', async () => {
    const { desk, begin, sentBack, arrive } = await unconnected();
    const back = await sentBack(await begin(), 'ana');
    for (const query of ['', '?', 'code=1.2', 'code=1.2&state=guess', 'error=access_denied']) {
      expect((await refused(desk, query)).code).toBe('not_possible');
    }
    expect((await signIn(desk)).state).toBe('waiting');
    expect(await arrive(back)).toMatchObject({ title: 'You are signed in' });
    await desk.stop();
  });

  test('is answered twice: the second says so, and the first holds', async () => {
    const { clock, slack, desk, begin, sentBack, arrive } = await unconnected();
    const back = await sentBack(await begin(), 'ana');
    slack.faults.add({ method: 'oauth.v2.access', kind: 'slow', ms: 2_000 });
    const first = arrive(back);
    expect((await signIn(desk)).state).toBe('finishing');
    expect((await refused(desk, back.search)).message).toContain('answered already');
    await clock.advance(3 * SECOND);
    expect(await first).toMatchObject({ title: 'You are signed in' });
    expect((await refused(desk, back.search)).message).toContain('under way here');
    expect(await slackOf(desk)).toMatchObject({ user: 'ana' });
    await desk.stop();
  });

  test('took too long: nobody answered, or Slack’s code was too old', async () => {
    const { clock, desk, begin, sentBack, open, arrive } = await unconnected();
    const url = await begin();
    await clock.advance(10 * MINUTE);
    expect((await signIn(desk)).problem?.message).toContain('ten minutes');
    expect(open.size).toBe(0);
    const back = await sentBack(await begin(), 'ana');
    clock.jump(11 * MINUTE);
    expect((await arrive(back))?.text).toContain('too old or used already');
    expect((await refused(desk, new URL(url).search)).code).toBe('not_possible');
    await desk.stop();
  });

  test.each(['drop-before', 'drop-after', 'html'] as const)(
    'lost the network (%s)',
    async (kind) => {
      const { slack, desk, begin, sentBack, arrive, secrets } = await unconnected();
      const back = await sentBack(await begin(), 'ana');
      slack.faults.add({ method: 'oauth.v2.access', kind });
      expect((await arrive(back))?.text).toContain('could not be reached to finish');
      expect((await signIn(desk)).problem?.hint).toContain('Press Sign in with Slack');
      expect(secrets.kept).toBeNull();
      await desk.stop();
    },
  );

  test('was for another workspace: the one that is connected stays', async () => {
    const { clock, desk, begin, sentBack, arrive, secrets, net } = await unconnected();
    await arrive(await sentBack(await begin(), 'ana'));
    const kept = secrets.kept;
    const elsewhere = createWorkspace({
      seed: {
        slack: { ...SMALL_TEAM.slack, team: { id: 'T0OTHER0001', name: 'Other', domain: 'other' } },
      },
      clock,
      random: seededRandom(3),
    });
    const home = net.fetch;
    Object.assign(net, { fetch: fetchInto(elsewhere) });
    const words = await arrive(await sentBack(await begin(), 'ana'));
    Object.assign(net, { fetch: home });
    expect(words?.text).toContain('the incidents here belong to Acme');
    expect(secrets.kept).toBe(kept);
    expect(await slackOf(desk)).toMatchObject({ team: 'Acme' });
    await desk.stop();
  });

  test('lacks rights: they are named', async () => {
    const { desk, begin, sentBack, arrive, secrets } = await unconnected();
    const url = new URL(await begin());
    url.searchParams.set('user_scope', 'chat:write,users:read');
    expect((await arrive(await sentBack(url.href, 'ana')))?.text).toMatch(
      /lacks 6 scopes: .* then sign in again\.$/,
    );
    expect(secrets.kept).toBeNull();
    await desk.stop();
  });

  test('is given up for a token that was pasted', async () => {
    const { desk, begin, open, secrets } = await unconnected();
    await begin();
    await desk.command('slack.connect', { token: 'xoxp-ana' });
    expect([open.size, (await signIn(desk)).state, secrets.kept]).toEqual([0, 'idle', 'xoxp-ana']);
    await desk.stop();
  });

  test('ends with the engine', async () => {
    const { desk, begin, open } = await unconnected();
    await begin();
    await desk.stop();
    expect(open.size).toBe(0);
  });
});
