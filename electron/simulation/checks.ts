// What must hold once all is calm.
import { changedByRebuild, derivedRows } from './derived.ts';
import type { Desk } from './desk.ts';
import { type Fields, foldOf, stampIn } from './fold.ts';
import { checkHeadlines } from './headlines.ts';
import { type SlackTruth, slackTruth } from './slack-truth.ts';
import type { Stage } from './stage.ts';
import type { StoredOp } from './stored.ts';
import { missingMessages, unsent, visibleTo } from './visible.ts';
import { checkText } from './writing.ts';

/** Compares everything with everything. Each difference is a failure. */
export function checkAll(stage: Stage): void {
  const { slack, desks, chronicle } = stage;
  const truth = slackTruth(slack);
  checkSlack(stage, truth);
  checkSpare(stage, truth);
  checkOrder(stage, truth);
  checkAnnouncements(stage, truth);
  checkHeadlines(stage, truth);
  checkAcked(stage, truth);
  const derived = new Map<string, Readonly<Record<string, string>>>();
  const texts = new Map<string, string>();
  for (const desk of desks) {
    if (desk.state() !== 'running') continue;
    const visible = visibleTo(truth, desk.user);
    const all = desk.stored().ops();
    const ops = all.filter(({ cancelled }) => !cancelled);
    if (ops.length < all.length && !stage.tookBack.has(desk.name)) {
      chronicle.fail(`${desk.name} counts ops as taken back that nobody took back`);
    }
    checkOps(stage, truth, desk, ops);
    checkFold(stage, truth, desk, ops);
    for (const incident of visible) checkAlike(stage, desk, incident, derived);
    for (const incident of visible) checkText(stage, desk, incident, texts);
    for (const table of changedByRebuild(desk.profile())) {
      chronicle.fail(`${desk.name}: a rebuild changes the table ${table}`);
    }
    if (missingMessages(truth, desk, stage.page).length > 0) {
      chronicle.fail(`${desk.name} shows other messages than Slack holds`);
    }
    chronicle.note('holds', desk.name, ops.length, JSON.stringify([...visible]));
  }
}

/** Each incident in one channel, each channel one incident, nobody posting for another. */
function checkSlack({ slack, chronicle, desks, tookBack }: Stage, truth: SlackTruth): void {
  for (const [incident, channels] of truth.homes) {
    if (channels.size > 1) {
      const names = [...channels].map(({ name }) => name).join(', ');
      chronicle.fail(`the incident ${incident} is in ${channels.size} channels: ${names}`);
    }
  }
  const homes = new Set([...truth.homes.values()].flatMap((channels) => [...channels]));
  for (const channel of slack.channels()) {
    // What was to go into it may have been taken back since.
    if (channel.name.startsWith('inc-') && !homes.has(channel) && tookBack.size === 0) {
      chronicle.fail(`the channel #${channel.name} was made and holds nothing`);
    }
  }
  const people = new Set(desks.map(({ user }) => user));
  for (const { channel, ops, user, isBot, ts } of truth.carriers) {
    const incidents = new Set(ops.map((op) => op.incident));
    if (incidents.size > 1) chronicle.fail(`a message of #${channel.name} carries two incidents`);
    for (const op of ops) {
      if (isBot || !people.has(op.by) || op.by === user) continue;
      chronicle.fail(`${op.id} of ${op.by} was sent with the token of ${user} at ${ts}`);
    }
  }
}

/**
 * Nothing is posted twice, unless the world made it so: a proxy that doubles requests, or reads that
 * show an old state for longer than the engine waits before it believes them. That a desktop takes
 * its spare copies away again does not excuse it.
 */
function checkSpare({ chronicle, faultsHit, takenAway }: Stage, { spare }: SlackTruth): void {
  const copies = spare + takenAway.length;
  if (copies > 0 && !faultsHit.has('doubled') && !faultsHit.has('repeated')) {
    chronicle.fail(`${copies} ops were posted twice`);
  }
}

/**
 * What one person did at one desktop in one incident stands in Slack in the order it was done. But for
 * a post of which Slack kept the text alone, at a desktop that then lost its database: the journal
 * sends it again, after what was posted meanwhile.
 */
function checkOrder({ acked, requeued, chronicle, faultsHit }: Stage, truth: SlackTruth): void {
  if (faultsHit.has('no-metadata') && faultsHit.has('lost-database')) return;
  const last = new Map<string, { readonly id: string; readonly ts: string }>();
  for (const op of acked.values()) {
    const ts = truth.ops.get(op.id)?.first.ts;
    if (ts === undefined || requeued.has(op.id)) continue;
    const lane = `${op.incident} ${op.at.slice(-10)} ${op.by}`;
    const before = last.get(lane);
    if (before !== undefined && before.ts > ts) {
      chronicle.fail(`${op.id} stands in Slack before ${before.id}, which was made before it`);
    }
    last.set(lane, { id: op.id, ts });
  }
}

/** A private incident is never told where everybody reads; a public one is. */
function checkAnnouncements({ tookBack, chronicle }: Stage, truth: SlackTruth): void {
  const kept = alwaysPrivate(truth);
  for (const [incident, channels] of truth.homes) {
    for (const channel of channels) {
      if (kept.has(incident) && !channel.isPrivate) {
        chronicle.fail(`the private incident ${incident} is in the public #${channel.name}`);
      }
      const isAnnounced = truth.announced.has(incident);
      if (channel.isPrivate && isAnnounced) {
        chronicle.fail(`the incident ${incident} was announced; its channel is private`);
      }
      const isOwed = !channel.isPrivate && tookBack.size === 0 && !isPrivate(truth, incident);
      if (isOwed && !isAnnounced) {
        chronicle.fail(`the incident ${incident} was never announced`);
      }
    }
  }
}

/** Whether an incident is private in the end, by the plain fold. */
function isPrivate(truth: SlackTruth, incident: string): boolean {
  const own = [...truth.ops.values()].filter(({ op }) => op.incident === incident);
  const ops = own.map(({ op, first }) => ({ ...op, ts: first.ts, cancelled: false }));
  const fields = foldOf(ops, (op) => stampIn(op, op.ts ?? '')).get(`${incident} incident`);
  return fields?.private?.[0] === true;
}

/** Incidents that were declared private, and that nobody made public since. */
function alwaysPrivate(truth: SlackTruth): ReadonlySet<string> {
  const found = new Set<string>();
  const opened = new Set<string>();
  for (const { op } of truth.ops.values()) {
    if (op.entity !== 'incident') continue;
    if (op.set.private === false) opened.add(op.incident);
    else if (op.set.private === true && op.set.code !== undefined) found.add(op.incident);
  }
  for (const incident of opened) found.delete(incident);
  return found;
}

/** What was confirmed to a person is in Slack as it was confirmed, unless they took it back. */
function checkAcked(stage: Stage, truth: SlackTruth): void {
  const { acked, chronicle } = stage;
  for (const { id, entity } of unsent(stage, truth)) {
    chronicle.fail(`${id} (${entity}) was confirmed and never reached Slack`);
  }
  for (const op of acked.values()) {
    const found = truth.ops.get(op.id)?.op;
    if (found === undefined || contentOf(found) === contentOf(op)) continue;
    chronicle.fail(`${op.id} is in Slack as ${contentOf(found)}, not as ${contentOf(op)}`);
  }
}

type Said = Omit<StoredOp, 'ts' | 'cancelled'>;
const contentOf = ({ id, incident, entity, at, by, v, set, extra }: Said): string =>
  JSON.stringify([id, incident, entity, at, by, v, set, extra]);

/** A desktop holds what its person can see in Slack, each op once and unchanged; nothing else. */
function checkOps(
  { chronicle }: Stage,
  truth: SlackTruth,
  desk: Desk,
  ops: readonly StoredOp[],
): void {
  const visible = visibleTo(truth, desk.user);
  const held = new Map(ops.map((op) => [op.id, op]));
  if (held.size < ops.length) chronicle.fail(`${desk.name} holds an op twice`);
  for (const { op, first } of truth.ops.values()) {
    const own = held.get(op.id);
    if (own === undefined) {
      if (visible.has(op.incident)) chronicle.fail(`${desk.name} lacks ${op.id} (${op.entity})`);
      continue;
    }
    if (contentOf(own) !== contentOf(op)) {
      chronicle.fail(`${desk.name} holds ${contentOf(own)} where Slack has ${contentOf(op)}`);
    }
    if (visible.has(op.incident) && own.ts !== first.ts) {
      chronicle.fail(`${desk.name} thinks ${op.id} came at ${own.ts}; it came at ${first.ts}`);
    }
  }
  for (const op of ops) {
    if (!truth.ops.has(op.id)) chronicle.fail(`${desk.name} holds ${op.id}, which Slack has not`);
  }
}

/** The merge, told twice: by the engine's table and by the plain fold. */
function checkFold(
  { chronicle }: Stage,
  truth: SlackTruth,
  desk: Desk,
  ops: readonly StoredOp[],
): void {
  const expected = foldOf(ops, (op) => {
    const first = truth.ops.get(op.id)?.first;
    return first === undefined ? op.at : stampIn(op, first.ts);
  });
  const rows = desk.stored().rows('SELECT incident, entity, state FROM entity');
  const found = new Map(rows.map((row) => [`${row.incident} ${row.entity}`, String(row.state)]));
  for (const [name, fields] of expected) {
    const state = found.get(name);
    const held = state === undefined ? 'nothing' : sorted(JSON.parse(state) as Fields);
    if (held !== sorted(fields)) {
      chronicle.fail(`${desk.name}: ${name} is ${held}; its ops make it ${sorted(fields)}`);
    }
  }
  if (found.size !== expected.size) {
    chronicle.fail(`${desk.name} has ${found.size} entities; its ops make ${expected.size}`);
  }
}

const sorted = (fields: Fields): string =>
  JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Every screen's table is the same on all desktops that see the incident. */
function checkAlike(
  { chronicle }: Stage,
  desk: Desk,
  incident: string,
  seen: Map<string, Readonly<Record<string, string>>>,
): void {
  const own = derivedRows(desk.stored(), incident);
  const first = seen.get(incident);
  if (first === undefined) {
    seen.set(incident, own);
    chronicle.note('tables', incident, JSON.stringify(own));
    return;
  }
  for (const [table, rows] of Object.entries(own)) {
    if (first[table] === rows) continue;
    const other = first[table] ?? '';
    chronicle.fail(
      `${desk.name}: the table ${table} of ${incident} has ${onlyIn(rows, other)}; another desktop has ${onlyIn(other, rows)}`,
    );
  }
}

/** The first row that one table has and the other has not. */
function onlyIn(rows: string, others: string): string {
  const known = new Set(others.split('\n'));
  return rows.split('\n').find((row) => !known.has(row)) ?? 'nothing else';
}
