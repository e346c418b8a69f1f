import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import type { Metadata } from '../../localslack/model.ts';
import { SMALL_TEAM } from '../../localslack/seed.ts';
import { createWorkspace, type Workspace } from '../../localslack/workspace.ts';
import { createClock, type FakeClock } from '../testing/clock.ts';
import { type Desktop, memorySecrets, startDesktop, temporaryProfile } from '../testing/desktop.ts';
import { seededRandom } from '../testing/random.ts';

/** A network that can be cut, between one desktop and Slack. */
type Cable = { cut: boolean; readonly fetch: typeof fetch };

function cable(slack: Workspace): Cable {
  const inner = fetchInto(slack);
  const made: Cable = {
    cut: false,
    fetch: (...args) =>
      made.cut
        ? Promise.reject(new TypeError('fetch failed', { cause: refusedConnection() }))
        : inner(...args),
  };
  return made;
}

const refusedConnection = () => Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });

let clock: FakeClock;
let slack: Workspace;
let desktops: Desktop[];

beforeEach(() => {
  clock = createClock();
  slack = createWorkspace({ seed: SMALL_TEAM, clock, random: seededRandom(9), limits: 'slack' });
  desktops = [];
});
afterEach(async () => {
  for (const desktop of desktops) await desktop.stop();
});

let seed = 0;
async function join(token: string, net = cable(slack), profile?: string): Promise<Desktop> {
  seed += 1;
  const desktop = await startDesktop({
    clock,
    seed,
    fetch: net.fetch,
    secrets: memorySecrets(token),
    loginName: token.replace('xoxp-', ''),
    ...(profile === undefined ? {} : { profile }),
  });
  desktops.push(desktop);
  await clock.advance(SECOND);
  return desktop;
}

const syncState = async (desktop: Desktop) => (await desktop.query('sync', {})).state;
const metadataOf = (channel: string) =>
  slack.channelNamed(channel)?.messages.filter((message) => message.metadata !== null) ?? [];

/** Ids of the ops that a channel's messages carry, in order. */
function carriedOps(channel: string): string[] {
  return metadataOf(channel).flatMap((message) =>
    String(message.metadata?.event_payload.ids ?? '').split(','),
  );
}

const channelNames = () => slack.channels().map((channel) => channel.name);

/** The name of the (first) incident channel whose name ends so. */
function incidentChannel(end = ''): string {
  const name = channelNames().find((found) => found.startsWith('inc-') && found.endsWith(end));
  if (name === undefined) throw new Error('there is no incident channel');
  return name;
}

/** Somebody else's program posts to an incident's channel. */
function postWith(channel: string, text: string, metadata: Metadata): void {
  const found = slack.channelNamed(channel);
  slack.say('U0BEN000001', found?.id ?? '', text);
  const message = found?.messages.at(-1);
  if (message !== undefined) message.metadata = metadata;
}

const carrying = (op: object): Metadata => ({
  event_type: 'quarterdeck_ops',
  event_payload: { v: 1, ids: 'x', body: JSON.stringify([op]) },
});

describe('declaring with Slack connected', () => {
  test('makes the channel, posts readable ops, sets the topic and announces it', async () => {
    const ana = await join('xoxp-ana');
    await ana.declare('Checkout errors in EU');
    await clock.advance(10 * SECOND);
    const name = incidentChannel();
    expect(name).toMatch(/^inc-[0-9a-z]{4}-checkout-errors-in-eu$/);
    const texts = metadataOf(name).map((message) => message.text);
    expect(texts).toEqual(['▬ Declared (Minor): Checkout errors in EU', '◉ Lead: Ana']);
    expect(slack.channelNamed(name)?.topic).toMatch(/^▬ Minor · Triage · Lead: Ana · INC-/);
    const announced = metadataOf('incidents');
    expect(announced).toHaveLength(1);
    expect(announced[0]?.text).toContain('Checkout errors in EU (Minor)');
    expect(await syncState(ana)).toBe('synced');
  });

  test('a private incident has a private channel and is not announced', async () => {
    const ana = await join('xoxp-ana');
    const incident = ana.id() as IncidentId;
    await ana.command('incident.declare', { incident, name: 'Leak', private: true });
    await clock.advance(10 * SECOND);
    expect(slack.channelNamed(incidentChannel())?.isPrivate).toBe(true);
    expect(metadataOf('incidents')).toEqual([]);
  });

  test('a name that is taken gets a number', async () => {
    const ana = await join('xoxp-ana');
    slack.faults.add({ method: 'conversations.create', kind: 'error', error: 'name_taken' });
    await ana.declare('Slow');
    await clock.advance(10 * SECOND);
    expect(incidentChannel()).toMatch(/^inc-[0-9a-z]{4}-slow-2$/);
  });
});

describe('a second desktop', () => {
  test('finds the incident by itself, shows the same, and both can change it', async () => {
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

  test('what people write in the channel is in the timeline with their names, edits too', async () => {
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

describe('without the network', () => {
  test('nothing is blocked or lost; both desktops go on and meet again after', async () => {
    const [one, two] = [cable(slack), cable(slack)];
    const ana = await join('xoxp-ana', one);
    const ben = await join('xoxp-ben', two);
    const incident = await ana.declare('Slow');
    await clock.advance(30 * SECOND);
    one.cut = true;
    two.cut = true;
    await ana.command('incident.set-severity', { incident, severity: 'critical' });
    await clock.advance(SECOND);
    await ben.command('incident.set-severity', { incident, severity: 'major' });
    for (let i = 0; i < 12; i++) {
      await ana.command('note.add', { incident, entry: ana.id(), text: `note ${i}` });
    }
    await clock.advance(60 * SECOND);
    expect(await ana.query('sync', {})).toMatchObject({ state: 'offline', waiting: 13 });
    expect((await ana.query('incident', { incident })).severity).toBe('critical');
    one.cut = false;
    two.cut = false;
    await clock.advance(120 * SECOND);
    const timeline = { incident, limit: 50 };
    expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
    expect(await ben.query('timeline', timeline)).toEqual(await ana.query('timeline', timeline));
    expect((await ana.query('incident', { incident })).severity).toBe('major');
    const ops = carriedOps(incidentChannel());
    expect(new Set(ops).size).toBe(ops.length);
    // Fourteen changes made offline are told in few messages.
    expect(metadataOf(incidentChannel()).length).toBeLessThan(8);
  });

  test('an incident declared before Slack was ever connected gets its channel afterwards', async () => {
    const net = cable(slack);
    net.cut = true;
    const ana = await join('xoxp-ana', net);
    await ana.declare('Dark');
    expect(await syncState(ana)).toBe('offline');
    net.cut = false;
    await clock.advance(60 * SECOND);
    expect(incidentChannel()).toMatch(/-dark$/);
    expect(await syncState(ana)).toBe('synced');
  });
});

describe('an answer that got lost', () => {
  test.each(['drop-after', 'drop-before', 'status', 'html'] as const)(
    'a post that ended in "%s" is in Slack once',
    async (kind) => {
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
    const ana = await join('xoxp-ana');
    slack.faults.add({ method: 'conversations.create', kind: 'drop-after' });
    await ana.declare('Slow');
    await clock.advance(60 * SECOND);
    expect(channelNames().filter((name) => name.startsWith('inc-'))).toHaveLength(1);
    expect(await syncState(ana)).toBe('synced');
  });

  test('of an announcement: it is there once', async () => {
    const ana = await join('xoxp-ana');
    // The first two posts are the ops, the third is the announcement.
    slack.faults.add({ method: 'chat.postMessage', kind: 'drop-after', skip: 2 });
    await ana.declare('Slow');
    await clock.advance(60 * SECOND);
    expect(metadataOf('incidents')).toHaveLength(1);
  });

  test('when the desktop was restarted before the answer came', async () => {
    const { profile, remove } = temporaryProfile();
    const net = cable(slack);
    const before = await join('xoxp-ana', net, profile);
    const incident = await before.declare('Slow');
    await clock.advance(20 * SECOND);
    slack.faults.add({ method: 'chat.postMessage', kind: 'drop-after' });
    await before.command('note.add', { incident, entry: before.id(), text: 'once' });
    await clock.advance(10);
    desktops.pop();
    await before.stop();
    const after = await join('xoxp-ana', net, profile);
    await clock.advance(60 * SECOND);
    expect(metadataOf(incidentChannel()).filter(({ text }) => text === '✎ once')).toHaveLength(1);
    expect(await after.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
    remove();
  });
});

describe('what Slack refuses', () => {
  test('a limited method is left alone until Slack said; the rest goes on', async () => {
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
    const net = cable(slack);
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

describe('what is not ours', () => {
  test('malformed metadata is kept as a message and logged; nothing breaks', async () => {
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    const payloads = [{}, { v: 1, ids: 'x', body: '{' }, { v: 1, ids: 'x', body: '[7]' }];
    for (const [i, event_payload] of payloads.entries()) {
      postWith(incidentChannel(), `odd ${i}`, { event_type: 'quarterdeck_ops', event_payload });
    }
    const foreign = { event_type: 'deploys', event_payload: { sha: 'x' } };
    postWith(incidentChannel(), 'from another app', foreign);
    await clock.advance(30 * SECOND);
    const { items } = await ana.query('timeline', { incident, limit: 20 });
    const messages = items.flatMap((item) => (item.kind === 'message' ? [item.text] : []));
    expect(messages).toEqual(['odd 0', 'odd 1', 'odd 2', 'from another app']);
    expect(ana.log.filter((line) => line.event.startsWith('slack.odd'))).toHaveLength(3);
  });

  test('an op for another incident, smuggled into this channel, changes nothing', async () => {
    const ana = await join('xoxp-ana');
    const [one, two] = [await ana.declare('One'), await ana.declare('Two')];
    await clock.advance(30 * SECOND);
    const stolen = metadataOf(incidentChannel('-two'))[0]?.metadata?.event_payload.body;
    const [op] = JSON.parse(String(stolen));
    const at = 'zzzzzzzz0-0000-AAAAAAAAAA';
    const forged = { ...op, id: ana.id(), at, set: { name: 'Hijacked' } };
    postWith(incidentChannel('-one'), 'innocent', carrying(forged));
    await clock.advance(30 * SECOND);
    expect((await ana.query('incident', { incident: two })).name).toBe('Two');
    expect((await ana.query('incident', { incident: one })).name).toBe('One');
  });

  test('an op of an unknown kind is kept, passed on and shown as far as understood', async () => {
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    const future = {
      v: 4,
      id: ana.id(),
      at: 'zzzzzzzz0-0000-AAAAAAAAAA',
      by: 'U0BEN000001',
      incident,
      entity: 'hypothesis:01F',
      set: { text: 'It is DNS', state: 'open' },
    };
    postWith(incidentChannel(), '? Hypothesis: it is DNS', carrying(future));
    await clock.advance(30 * SECOND);
    const { items } = await ana.query('timeline', { incident, limit: 20 });
    expect(items.at(-1)).toMatchObject({
      kind: 'change',
      changes: [{ kind: 'unknown', entity: 'hypothesis', fields: ['text', 'state'] }],
    });
  });
});

describe('connecting', () => {
  test.each([
    ['', 'Paste a Slack token first.'],
    ['hello', 'This is not a Slack token.'],
    ['xapp-1-A', 'This is an app-level token; it cannot read or post.'],
    ['xoxp-nobody', 'Slack does not accept this token (invalid_auth).'],
  ])('"%s" is refused in words', async (token, message) => {
    const ana = await startDesktop({ clock, fetch: fetchInto(slack) });
    desktops.push(ana);
    expect((await ana.refusal('command', 'slack.connect', { token })).message).toBe(message);
    expect((await ana.query('settings', {})).slack).toBeNull();
  });

  test('missing scopes are named', async () => {
    slack.addToken('xoxp-weak', 'U0ANA000001', ['chat:write', 'users:read']);
    const ana = await startDesktop({ clock, fetch: fetchInto(slack) });
    desktops.push(ana);
    const refusal = await ana.refusal('command', 'slack.connect', { token: 'xoxp-weak' });
    expect(refusal.code).toBe('slack_scopes_missing');
    expect(refusal.message).toContain('channels:history, channels:read, channels:write');
  });

  test('an answer that is a web page is told apart from Slack', async () => {
    const ana = await startDesktop({ clock, fetch: fetchInto(slack) });
    desktops.push(ana);
    slack.faults.add({ method: 'auth.test', kind: 'html' });
    const refusal = await ana.refusal('command', 'slack.connect', { token: 'xoxp-ana' });
    expect(refusal).toMatchObject({ code: 'slack_unreachable' });
    expect(refusal.message).toContain('in place of Slack');
  });

  test('a token of another workspace is refused, pasted or given at the start', async () => {
    const { profile, remove } = temporaryProfile();
    const first = await join('xoxp-ana', cable(slack), profile);
    expect(await syncState(first)).toBe('synced');
    const elsewhere = createWorkspace({
      seed: {
        slack: { ...SMALL_TEAM.slack, team: { id: 'T0OTHER0001', name: 'Other', domain: 'other' } },
      },
      clock,
      random: seededRandom(3),
    });
    desktops.pop();
    await first.stop();
    const second = await join('xoxp-ana', cable(elsewhere), profile);
    await clock.advance(10 * SECOND);
    const refused = await second.query('sync', {});
    expect(refused.state).toBe('refused');
    expect(refused.problem?.message).toContain('the incidents here belong to Acme');
    const refusal = await second.refusal('command', 'slack.connect', { token: 'xoxp-ben' });
    expect(refusal).toMatchObject({ code: 'slack_refused' });
    expect((await second.query('settings', {})).slack?.team).toBe('Acme');
    expect(elsewhere.calls.every((call) => call.method === 'auth.test')).toBe(true);
    desktops.pop();
    await second.stop();
    remove();
  });

  test('disconnecting forgets the token; work goes on here', async () => {
    const ana = await join('xoxp-ana');
    await ana.command('slack.disconnect', {});
    expect(await syncState(ana)).toBe('unconnected');
    const incident = await ana.declare('Alone');
    expect((await ana.query('incident', { incident })).name).toBe('Alone');
    const calls = slack.calls.length;
    await clock.advance(60 * SECOND);
    expect(slack.calls.length).toBe(calls);
  });
});

test('a long note crosses in pieces and arrives whole', async () => {
  const ana = await join('xoxp-ana');
  const ben = await join('xoxp-ben');
  const incident = await ana.declare('Slow');
  const text = '🔥 <log> & "quotes" '.repeat(400).trim();
  await ana.command('note.add', { incident, entry: ana.id(), text });
  await clock.advance(60 * SECOND);
  const { items } = await ben.query('timeline', { incident, limit: 20 });
  expect(items.at(-1)).toMatchObject({ kind: 'note', text });
});
