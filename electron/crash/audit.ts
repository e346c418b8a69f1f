import type { OpId } from '#shared/base/ids.ts';
import type { Op } from '#shared/ops/op.ts';
import { deviceOf } from '../engine/account.ts';
import { openJournal } from '../engine/log/journal.ts';
import { rebuild } from '../engine/log/rebuild.ts';
import { decodeBody, decodePayload, OPS_EVENT } from '../engine/slack/carrier.ts';
import { INCIDENT_EVENT } from '../engine/slack/ingest.ts';
import {
  closeDatabase,
  type Db,
  get,
  inTransaction,
  openDatabase,
} from '../engine/store/database.ts';
import { damagedOps, isCarried, opById, opsByDevice, opsOf } from '../engine/store/ops.ts';
import { isWaiting } from '../engine/store/outbox.ts';
import { derivedTables } from '../engine/testing/tables.ts';
import type { Workspace } from '../localslack/workspace.ts';
import type { Trace } from './desk-setup.ts';

/** What is wrong, in words; empty when all is well. */
export type Findings = readonly string[];

/** Opens a folder as the next start would, before any engine mends anything, and looks at it. */
export function auditFolder(profile: string, promised: readonly Trace[]): Findings {
  const opened = openDatabase(profile);
  if (!opened.ok) return [`the folder does not open: ${opened.error.message}`];
  const db = opened.value;
  try {
    return [
      ...checkFile(db),
      ...checkPromises(opsIn(db), promised, 'the database'),
      ...checkTables(db, promised),
      ...checkOutbox(db),
    ];
  } finally {
    closeDatabase(db);
  }
}

const opsIn = (db: Db): readonly Op[] => opsOf(db, null).map(({ op }) => op);

function checkFile(db: Db): Findings {
  const found = db.sqlite.pragma('integrity_check', { simple: true });
  return [
    ...damagedOps(db).map((id) => `${id} is damaged`),
    ...(found === 'ok' ? [] : [`integrity_check: ${String(found)}`]),
    ...(db.opening.setAside === null ? [] : [`the database was set aside: ${db.opening.setAside}`]),
  ];
}

/** What was answered is there once: not missing, and not done twice. */
export function checkPromises(
  ops: readonly Op[],
  promised: readonly Trace[],
  where: string,
): Findings {
  const held = new Map<string, number>();
  for (const op of ops) {
    for (const [field, value] of Object.entries(op.set)) {
      const key = JSON.stringify([op.incident, op.entity, field, value]);
      held.set(key, (held.get(key) ?? 0) + 1);
    }
  }
  return promised.flatMap(({ incident, entity, field, value }) => {
    const times = held.get(JSON.stringify([incident, entity, field, value])) ?? 0;
    return times === 1 ? [] : [`${entity} ${field} stands ${times} times in ${where}`];
  });
}

/** The tables are what the log says: no transaction was torn. */
function checkTables(db: Db, promised: readonly Trace[]): Findings {
  const before = JSON.stringify(derivedTables(db));
  const after = rebuiltTables(db);
  const torn = tornDeclarations(db, promised);
  return [...(before === after ? [] : ['the tables are not what the log says']), ...torn];
}

class TakeBack extends Error {}

/** What the tables would be; the file stays as it is, and nothing is written to a small disk. */
function rebuiltTables(db: Db): string {
  let tables = '';
  try {
    inTransaction(db, () => {
      rebuild(db, null);
      tables = JSON.stringify(derivedTables(db));
      throw new TakeBack();
    });
  } catch (cause) {
    if (!(cause instanceof TakeBack)) throw cause;
  }
  return tables;
}

/** A declaration and its lead are one transaction. */
function tornDeclarations(db: Db, promised: readonly Trace[]): Findings {
  const ours = new Set(promised.map((trace) => trace.incident));
  const ops = opsIn(db);
  const led = new Set(ops.filter((op) => op.entity === 'role:lead').map((op) => op.incident));
  return ops
    .filter((op) => op.entity === 'incident' && 'code' in op.set && ours.has(op.incident))
    .filter((op) => !led.has(op.incident))
    .map((op) => `${op.incident} was declared by half a transaction`);
}

/** Everything made here is in Slack, or waits to be sent. */
function checkOutbox(db: Db): Findings {
  const device = deviceOf(db, () => 0);
  return opsByDevice(db, device)
    .filter((op) => !isCarried(db, op.id) && !isWaiting(db, op.id))
    .map((op) => `${op.id} is neither in Slack nor waiting`);
}

/** After a start, database and journal hold the same of what was written here. */
export function checkJournal(profile: string): Findings {
  const opened = openDatabase(profile);
  if (!opened.ok) return [`the folder does not open: ${opened.error.message}`];
  const db = opened.value;
  const journal = openJournal(profile);
  const device = deviceOf(db, () => 0);
  const written = new Set(journal.found.map((op) => op.id));
  const unwritten = opsByDevice(db, device).filter(({ id }) => !written.has(id));
  // Not only this device's: a folder whose database was lost goes on as a new one.
  const unknown = journal.found.filter(({ id }) => opById(db, id) === null);
  journal.close();
  closeDatabase(db);
  return [
    ...unwritten.map(({ id }) => `${id} is in the database and not in the journal`),
    ...unknown.map(({ id }) => `${id} is in the journal and not in the database`),
  ];
}

/** What people wrote in Slack is in the mirror, and on the timeline, once. */
export function auditHeard(profile: string, said: readonly string[]): Findings {
  const opened = openDatabase(profile);
  if (!opened.ok) return [`the folder does not open: ${opened.error.message}`];
  const db = opened.value;
  try {
    return said.flatMap((text) => {
      const lines = timesOnTimeline(db, text);
      return lines === 1 ? [] : [`"${text}" stands ${lines} times on the timeline`];
    });
  } finally {
    closeDatabase(db);
  }
}

function timesOnTimeline(db: Db, text: string): number {
  const row = get<{ times: number }>(
    db,
    `SELECT count(*) AS times FROM slack_message
     JOIN timeline ON timeline.kind = 'message' AND timeline.ref = slack_message.ts
     JOIN slack_channel ON slack_channel.channel = slack_message.channel
       AND slack_channel.incident = timeline.incident
     WHERE slack_message.text = ?`,
    text,
  );
  return row?.times ?? 0;
}

/** The ops a reader finds in Slack, with how many messages carry each. */
export function opsInSlack(slack: Workspace): ReadonlyMap<OpId, { op: Op; times: number }> {
  const found = new Map<OpId, { op: Op; times: number }>();
  for (const body of bodiesIn(slack)) {
    for (const op of decodeBody(body).ops) {
      const before = found.get(op.id);
      found.set(op.id, { op, times: (before?.times ?? 0) + 1 });
    }
  }
  return found;
}

/** Bodies of batches, pieces joined; a piece that was posted twice makes its batch count twice. */
function bodiesIn(slack: Workspace): readonly string[] {
  const bodies: string[] = [];
  for (const channel of slack.channels()) {
    const pieces = new Map<string, Map<number, string[]>>();
    for (const { metadata } of channel.messages) {
      if (metadata?.event_type !== OPS_EVENT) continue;
      const carried = decodePayload(metadata.event_payload);
      if (!carried.ok) continue;
      const { batch, part, parts, body } = carried.value;
      if (parts === 1) {
        bodies.push(body);
        continue;
      }
      const batchPieces = pieces.get(batch) ?? new Map<number, string[]>();
      pieces.set(batch, batchPieces);
      batchPieces.set(part, [...(batchPieces.get(part) ?? []), body]);
    }
    for (const batchPieces of pieces.values()) {
      const times = Math.max(...[...batchPieces.values()].map((copies) => copies.length));
      const whole = [...batchPieces.entries()]
        .sort(([a], [b]) => a - b)
        .map(([, copies]) => copies[0])
        .join('');
      for (let i = 0; i < times; i++) bodies.push(whole);
    }
  }
  return bodies;
}

/** One channel for each incident, and one announcement for each that is public. */
function auditChannels(slack: Workspace): Findings {
  const ours = slack.channels().filter(({ name }) => name.startsWith('inc-'));
  const announced = slack
    .channels()
    .flatMap(({ messages }) => messages)
    .filter(({ metadata }) => metadata?.event_type === INCIDENT_EVENT)
    .map(({ metadata }) => metadata?.event_payload.channel);
  return ours.flatMap(({ id, name, isPrivate, messages }) => {
    const times = announced.filter((channel) => channel === id).length;
    const holdsOps = messages.some(({ metadata }) => metadata?.event_type === OPS_EVENT);
    return [
      ...(holdsOps ? [] : [`#${name} was made and holds nothing`]),
      ...(times === (isPrivate ? 0 : 1) ? [] : [`#${name} is announced ${times} times`]),
    ];
  });
}

/** Slack holds every op once, and all that was answered; each incident has one place there. */
export function auditSlack(slack: Workspace, promised: readonly Trace[]): Findings {
  const held = [...opsInSlack(slack).values()];
  const twice = held.filter(({ times }) => times !== 1);
  return [
    ...auditChannels(slack),
    ...twice.map(({ op, times }) => `${op.id} (${op.entity}) stands ${times} times in Slack`),
    ...checkPromises(
      held.map(({ op }) => op),
      promised,
      'Slack',
    ),
  ];
}
