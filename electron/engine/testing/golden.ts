import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import { SMALL_TEAM } from '../../localslack/seed.ts';
import { createWorkspace, type Workspace } from '../../localslack/workspace.ts';
import { createClock } from './clock.ts';
import { type Desktop, memorySecrets, startDesktop, temporaryProfile } from './desktop.ts';
import { dumpSql } from './dump-sql.ts';
import { seededRandom } from './random.ts';

/**
 * A profile as a person would leave it: incidents running, over and private, two desktops, Slack's
 * messages, work that has not left yet, and what a newer version wrote. The same at each making.
 */
export type Golden = {
  /** The schema's version. */
  readonly version: number;
  /** The whole database as SQL. */
  readonly sql: string;
  /** What the screens said, a line each. */
  readonly told: readonly string[];
};

export async function makeGolden(): Promise<Golden> {
  const { profile, remove } = temporaryProfile();
  const ana = await live(profile);
  const told = await tell(ana);
  await ana.stop();
  const sqlite = new Sqlite(join(profile, 'quarterdeck.db'));
  const golden = {
    version: Number(sqlite.pragma('user_version', { simple: true })),
    sql: dumpSql(sqlite),
    told,
  };
  sqlite.close();
  remove();
  return golden;
}

/** Plays the story on Ana's desktop, which has this profile, and leaves her cut off. */
async function live(profile: string): Promise<Desktop> {
  const clock = createClock();
  const slack = createWorkspace({ seed: SMALL_TEAM, clock, random: seededRandom(9) });
  const inner = fetchInto(slack);
  const net = { cut: false };
  const start = (token: string, seed: number, rest: { profile?: string; fetch: typeof fetch }) =>
    startDesktop({ clock, seed, secrets: memorySecrets(token), ...rest });
  const ana = await start('xoxp-ana', 1, {
    profile,
    fetch: (...call) => (net.cut ? Promise.reject(new TypeError('fetch failed')) : inner(...call)),
  });
  const ben = await start('xoxp-ben', 2, { fetch: inner });
  await clock.advance(MINUTE);
  const checkout = await checkoutErrors(ana, ben, slack);
  await resolved(ana);
  const secret = ana.id() as IncidentId;
  await ana.command('incident.declare', {
    incident: secret,
    name: 'Leaked "key" in a log; it’s Bob’s',
    severity: 'critical',
    private: true,
    lead: null,
  });
  await clock.advance(MINUTE);
  await ben.stop();
  net.cut = true;
  await ana.command('note.add', { incident: checkout, entry: ana.id(), text: 'Slack is down.' });
  await ana.declare('Declared while cut off');
  await clock.advance(MINUTE);
  return ana;
}

async function checkoutErrors(ana: Desktop, ben: Desktop, slack: Workspace): Promise<IncidentId> {
  const { clock } = ana;
  const incident = await ana.declare('Checkout errors in EU');
  await clock.advance(30 * SECOND);
  const channel = slack.channels().find(({ name }) => name.includes('checkout'));
  if (channel === undefined) throw new Error('the incident has no channel');
  slack.say('U0BEN000001', channel.id, '5xx from <https://eu-west.example.com|eu-west> only & <b>');
  await ben.command('incident.set-severity', { incident, severity: 'major' });
  await ben.command('note.add', { incident, entry: ben.id(), text: 'Seit 02:00 — ¿qué? 日本 🔥' });
  const action = ana.id();
  await ana.command('action.add', { incident, action, text: "Roll back '41f2'", owner: null });
  await ana.command('action.add', { incident, action: ana.id(), text: 'Tell\nsupport' });
  await clock.advance(MINUTE);
  await ana.command('action.assign', { incident, action, owner: 'U0BEN000001' });
  await ana.command('role.assign', { incident, role: 'lead', person: 'U0BEN000001' });
  await ben.command('action.complete', { incident, action, done: true });
  await ana.command('incident.set-status', { incident, status: 'fixing' });
  await kept(ana, incident);
  newerVersion(slack, channel.id, incident);
  await clock.advance(2 * MINUTE);
  return incident;
}

/** One of each thing that people keep in an incident. */
async function kept(ana: Desktop, incident: IncidentId): Promise<void> {
  const id = ana.id;
  const at = ana.clock.now();
  const entry = id();
  await ana.command('note.add', { incident, entry, text: 'First 5xx', happenedAt: at - HOUR });
  await ana.command('entry.edit', { incident, entry, text: 'First 5xx, in EU' });
  const line = { kind: 'note', id: entry } as const;
  await ana.command('line.mark', { incident, line, marker: 'detection' });
  const update = {
    update: id(),
    audience: 'internal',
    form: 'full',
    conditions: 'EU fails',
  } as const;
  await ana.command('update.add', { incident, ...update, nextBy: at + HOUR });
  const options = ['Roll back', 'Fix forward'];
  await ana.command('decision.add', { incident, decision: id(), question: 'What now?', options });
  await ana.command('hypothesis.add', { incident, hypothesis: id(), text: 'Cold cache' });
  await ana.command('follow-up.add', { incident, followUp: id(), text: 'Alert on it' });
  const url = 'https://grafana.example.com/d/1';
  await ana.command('link.add', { incident, link: id(), title: 'Errors', url });
  await ana.command('role.add', { incident, role: id(), name: 'Database', person: 'name:Cleo' });
  const offer = { handover: id(), role: 'lead', to: 'name:Cleo', brief: 'Rolling back.' };
  await ana.command('handover.offer', { incident, ...offer });
  await ana.command('participant.set', { incident, person: 'name:Dora', present: true });
  const field = id();
  await ana.command('field.define', { field, name: 'Region', type: 'select', options: ['EU'] });
  await ana.command('field.set', { incident, field, value: 'EU' });
  await ana.command('incident.set-time', { incident, time: 'began', at: at - HOUR });
}

/** A desktop of a later version says something that this one only partly understands. */
function newerVersion(slack: Workspace, channel: string, incident: IncidentId): void {
  slack.say('U0BEN000001', channel, 'A theory, from a newer Quarterdeck');
  const message = slack
    .channels()
    .find(({ id }) => id === channel)
    ?.messages.at(-1);
  if (message === undefined) throw new Error('nothing was said');
  const op = {
    v: 7,
    id: '01K0000000000000000000000Z',
    at: '0mhsvfk00-0000-ZZZZZZZZZZ',
    by: 'U0BEN000001',
    incident,
    entity: 'surmise:01K0000000000000000000000Y',
    set: { text: 'A cache?', weight: { high: [1, 2, 3] } },
    signature: 'kept as it is',
  };
  message.metadata = {
    event_type: 'quarterdeck_ops',
    event_payload: { v: 1, n: 1, ids: op.id, body: JSON.stringify([op]) },
  };
}

async function resolved(ana: Desktop): Promise<void> {
  const incident = await ana.declare('Webhooks late');
  await ana.clock.advance(HOUR);
  await ana.command('incident.rename', { incident, name: 'Webhooks 20 minutes late' });
  await ana.command('incident.set-status', { incident, status: 'resolved' });
  await ana.clock.advance(MINUTE);
}

/** Everything the screens say about the incidents, in words that outlive a change of the views. */
export async function tell(desktop: Desktop): Promise<readonly string[]> {
  const { active, after, recent } = await desktop.query('desk', {});
  const told: string[] = [];
  for (const row of [...active, ...after, ...recent]) {
    const view = await desktop.query('incident', { incident: row.id });
    const { code, name, severity, status, lead, declaredAt, endedAt, channel } = view;
    const facts = { code, name, severity, status, private: view.private, declaredAt, endedAt };
    told.push(
      JSON.stringify({ ...facts, lead: lead?.name ?? null, channel: channel?.name ?? null }),
    );
    for (const { text, owner, done } of view.actions) {
      told.push(`  action ${JSON.stringify({ text, owner: owner?.name ?? null, done })}`);
    }
    told.push(...(await keptLines(desktop, row.id)));
    const { items } = await desktop.query('timeline', { incident: row.id, limit: 200 });
    told.push(...items.map((item) => `  ${lineOf(item)}`));
  }
  return told;
}

/** Nothing for an incident in which nothing of the kind is kept, as in files of early versions. */
async function keptLines(desktop: Desktop, incident: IncidentId): Promise<readonly string[]> {
  const view = await desktop.query('incident', { incident });
  const lists = {
    updates: (await desktop.query('updates', { incident })).items.map((item) => item.conditions),
    decisions: (await desktop.query('decisions', { incident })).items.map((item) => item.question),
    hypotheses: (await desktop.query('hypotheses', { incident })).items.map((item) => item.text),
    followUps: (await desktop.query('follow-ups', { incident })).items.map((item) => item.text),
    links: view.links.map((link) => link.url),
    handovers: view.handovers.map((offer) => offer.brief),
    relations: view.relations.map((relation) => relation.as),
    fields: view.fields.map((field) => `${field.name} ${field.value}`),
  };
  return Object.entries(lists)
    .filter(([, told]) => told.length > 0)
    .map(([kind, told]) => `  ${kind} ${JSON.stringify(told)}`);
}

function lineOf(item: TimelineItemT): string {
  const who = `${new Date(item.at).toISOString()} ${item.by.name}`;
  const said =
    item.kind === 'change'
      ? item.changes.map((change) => change.kind).join('+')
      : JSON.stringify(item.text);
  return `${who} ${item.kind} ${said}`;
}
