import { hash } from 'node:crypto';
import type { DeviceId, IncidentId, OpId } from '#shared/base/ids.ts';
import type { Json } from '#shared/base/json.ts';
import type { LoggedOp } from '#shared/ops/merge.ts';
import type { Op } from '#shared/ops/op.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import { effectiveStamp, type Stamp } from '#shared/ops/stamp.ts';
import { all, type Db, get, run } from './database.ts';

type OpRow = {
  readonly id: string;
  readonly incident: string;
  readonly entity: string;
  readonly at: string;
  readonly author: string;
  readonly v: number;
  readonly fields: string;
  readonly extra: string | null;
  readonly stamp: string;
  readonly hash: string;
  readonly cancelled: number;
};

const WRITTEN = 'id, incident, entity, at, author, v, fields, extra, stamp, hash';
const COLUMNS = `${WRITTEN}, cancelled`;

/**
 * Over everything an op says. SQLite's own check does not look at content: of random flips of bytes
 * in a file, most go unnoticed by it.
 */
function hashOf(row: Omit<OpRow, 'stamp' | 'hash' | 'cancelled'>): string {
  const { id, incident, entity, at, author, v, fields, extra } = row;
  const said = JSON.stringify([id, incident, entity, at, author, v, fields, extra]);
  return hash('sha256', said, 'base64url').slice(0, HASH_LENGTH);
}

/** 96 bits: against decay, not against a forger, who could write the hash as well. */
const HASH_LENGTH = 16;

/** In the place of its hash, an op whose row is damaged: whoever brings it again mends it. */
const DAMAGED = 'damaged';

const isSound = (row: OpRow) => row.hash === hashOf(row);

function toLogged(row: OpRow): LoggedOp {
  const op: Op = {
    // What a newer version wrote beside the fields we know travels on with the op.
    ...(row.extra === null ? {} : (JSON.parse(row.extra) as Record<string, Json>)),
    v: row.v,
    id: row.id as OpId,
    at: row.at as Stamp,
    by: row.author,
    incident: row.incident as IncidentId,
    entity: row.entity,
    set: JSON.parse(row.fields) as Op['set'],
  };
  return { op, stamp: row.stamp as Stamp };
}

const stampOf = (at: Stamp, ts: string | null): Stamp =>
  effectiveStamp(at, ts === null ? null : tsMs(ts));

/** Built once: as many characters would be joined for every op. */
const INSERT = `INSERT INTO op (${WRITTEN}, slack_ts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET incident = excluded.incident, entity = excluded.entity,
    at = excluded.at, author = excluded.author, v = excluded.v, fields = excluded.fields,
    extra = excluded.extra, stamp = excluded.stamp, hash = excluded.hash,
    slack_ts = coalesce(slack_ts, excluded.slack_ts)
  WHERE hash = '${DAMAGED}'`;

/**
 * Stores an op; in the place of its row, where that is known to be damaged.
 * @param ts of the message it was read from; null when it did not come from Slack
 * @returns what is now in the log, or null when it was there before
 */
export function insertOp(db: Db, op: Op, ts: string | null): LoggedOp | null {
  const { v, id, at, by, incident, entity, set, ...rest } = op;
  const extra = Object.keys(rest).length === 0 ? null : JSON.stringify(rest);
  const fields = JSON.stringify(set);
  const stamp = stampOf(at, ts);
  const changes = run(
    db,
    INSERT,
    id,
    incident,
    entity,
    at,
    by,
    v,
    fields,
    extra,
    stamp,
    hashOf({ id, incident, entity, at, author: by, v, fields, extra }),
    ts,
  );
  return changes > 0 ? { op, stamp } : null;
}

/** An op with the stamp it is ordered by. Null when it is not here, or its row is damaged. */
export function loggedOp(db: Db, id: OpId): LoggedOp | null {
  const row = get<OpRow>(db, `SELECT ${COLUMNS} FROM op WHERE id = ?`, id);
  return row === undefined || !isSound(row) ? null : toLogged(row);
}

export function opById(db: Db, id: OpId): Op | null {
  return loggedOp(db, id)?.op ?? null;
}

/**
 * Ops of an incident, or of all, in their order. Without those that were cancelled, and those whose
 * row is damaged: they say nothing.
 */
export function opsOf(db: Db, incident: IncidentId | null): LoggedOp[] {
  return rowsOf(db, incident)
    .filter((row) => row.cancelled === 0 && isSound(row))
    .map(toLogged);
}

/** Ops whose row no longer says what was stored. */
export function damagedOps(db: Db): OpId[] {
  return rowsOf(db, null)
    .filter((row) => !isSound(row))
    .map((row) => row.id as OpId);
}

/**
 * Looks at a part of the log for rows that no longer say what was stored.
 * @param after the row to go on behind; 0 to begin
 * @returns the row to go on behind next, or null at the end
 */
export function damagedAfter(
  db: Db,
  after: number,
  limit: number,
): { readonly damaged: readonly OpId[]; readonly next: number | null } {
  const rows = all<OpRow & { readonly row: number }>(
    db,
    `SELECT rowid AS row, ${COLUMNS} FROM op WHERE rowid > ? ORDER BY rowid LIMIT ?`,
    after,
    limit,
  );
  const damaged = rows.filter((row) => !isSound(row)).map((row) => row.id as OpId);
  return { damaged, next: rows.length < limit ? null : (rows.at(-1)?.row ?? null) };
}

/** Lets the next word about these ops, from the journal, Slack or a bundle, take their rows' place. */
export function markDamaged(db: Db, ids: readonly OpId[]): void {
  for (const id of ids) run(db, 'UPDATE op SET hash = ? WHERE id = ?', DAMAGED, id);
}

/** Which of the ops were marked as damaged and nobody has brought again. */
export function markedDamaged(db: Db): OpId[] {
  return all<{ id: OpId }>(db, 'SELECT id FROM op WHERE hash = ?', DAMAGED).map(({ id }) => id);
}

/** Ops of this desktop that nobody has and nothing is about to send. */
export function unsentOps(db: Db, device: DeviceId): Op[] {
  return all<OpRow>(
    db,
    `SELECT ${COLUMNS} FROM op WHERE slack_ts IS NULL AND cancelled = 0
       AND substr(at, -10) = ? AND id NOT IN (SELECT op FROM outbox) ORDER BY stamp, id`,
    device,
  )
    .filter(isSound)
    .map((row) => toLogged(row).op);
}

function rowsOf(db: Db, incident: IncidentId | null): OpRow[] {
  return incident === null
    ? all<OpRow>(db, `SELECT ${COLUMNS} FROM op ORDER BY stamp, id`)
    : all<OpRow>(db, `SELECT ${COLUMNS} FROM op WHERE incident = ? ORDER BY stamp, id`, incident);
}

/** Where the log ends: rows stored from now on come after it. */
export function newestRow(db: Db): number {
  return get<{ row: number | null }>(db, 'SELECT max(rowid) AS row FROM op')?.row ?? 0;
}

/** Ops that a desktop made, stored after the given row, in their order. */
export function opsByDevice(db: Db, device: DeviceId, since = 0): Op[] {
  return all<OpRow>(
    db,
    `SELECT ${COLUMNS} FROM op WHERE rowid > ? AND substr(at, -10) = ? ORDER BY stamp, id`,
    since,
    device,
  )
    .filter(isSound)
    .map((row) => toLogged(row).op);
}

export function hasOp(db: Db, id: OpId): boolean {
  return get(db, 'SELECT 1 FROM op WHERE id = ?', id) !== undefined;
}

/** The incident of an op, or null when it is not here. */
export function incidentOfOp(db: Db, id: OpId): IncidentId | null {
  const row = get<{ incident: IncidentId }>(db, 'SELECT incident FROM op WHERE id = ?', id);
  return row?.incident ?? null;
}

/** Whether any op of the incident is known here. */
export function hasOps(db: Db, incident: IncidentId): boolean {
  return get(db, 'SELECT 1 FROM op WHERE incident = ? LIMIT 1', incident) !== undefined;
}

/** The highest stamp in the log, or null when it is empty. Reads the whole log. */
export function highestStamp(db: Db): Stamp | null {
  return get<{ stamp: Stamp | null }>(db, 'SELECT max(stamp) AS stamp FROM op')?.stamp ?? null;
}

/** The value a field had just before an op of the same entity; undefined when it had none. */
export function valueBefore(db: Db, { op, stamp }: LoggedOp, field: string): Json | undefined {
  const path = `$."${field}"`;
  const row = get<{ value: string }>(
    db,
    `SELECT fields -> ? AS value
     FROM op
     WHERE incident = ? AND entity = ? AND (stamp, id) < (?, ?) AND cancelled = 0
       AND CASE WHEN json_valid(fields) THEN json_type(fields, ?) END IS NOT NULL
     ORDER BY stamp DESC, id DESC LIMIT 1`,
    path,
    op.incident,
    op.entity,
    stamp,
    op.id,
    path,
  );
  return row === undefined ? undefined : (JSON.parse(row.value) as Json);
}

/**
 * Remembers the first message that carried an op: of several copies the lowest ts counts. An op that
 * was cancelled here and left all the same counts again: others have it.
 * @returns whether the incident looks different by it
 */
export function markCarried(db: Db, id: OpId, ts: string): boolean {
  const held = get<{ at: Stamp; stamp: Stamp; cancelled: number }>(
    db,
    'SELECT at, stamp, cancelled FROM op WHERE id = ? AND (slack_ts IS NULL OR slack_ts > ?)',
    id,
    ts,
  );
  if (held === undefined) return false;
  const stamp = stampOf(held.at, ts);
  run(db, 'UPDATE op SET slack_ts = ?, stamp = ?, cancelled = 0 WHERE id = ?', ts, stamp, id);
  return stamp !== held.stamp || held.cancelled === 1;
}

/**
 * Forgets that a message carried an op: Slack shows that message without it.
 * @returns whether the incident looks different by it
 */
export function unmarkCarried(db: Db, id: OpId): boolean {
  const held = get<{ at: Stamp; stamp: Stamp }>(db, 'SELECT at, stamp FROM op WHERE id = ?', id);
  if (held === undefined) return false;
  const stamp = stampOf(held.at, null);
  run(db, 'UPDATE op SET slack_ts = NULL, stamp = ? WHERE id = ?', stamp, id);
  return stamp !== held.stamp;
}

/** Takes an op that has not left out of what counts, or back in. */
export function setCancelled(db: Db, id: OpId, cancelled: boolean): void {
  run(db, 'UPDATE op SET cancelled = ? WHERE id = ?', cancelled ? 1 : 0, id);
}

export function isCancelled(db: Db, id: OpId): boolean {
  return get(db, 'SELECT 1 FROM op WHERE id = ? AND cancelled = 1', id) !== undefined;
}

/** Every op that was cancelled here. */
export function allCancelled(db: Db): OpId[] {
  return all<{ id: OpId }>(db, 'SELECT id FROM op WHERE cancelled = 1').map(({ id }) => id);
}

/** Derives again what is derived of the ops themselves: their place, and a hash where there is none. */
export function derive(db: Db, incident: IncidentId | null): void {
  type Row = OpRow & { readonly ts: string | null };
  const columns = `${COLUMNS}, slack_ts AS ts`;
  const rows =
    incident === null
      ? all<Row>(db, `SELECT ${columns} FROM op`)
      : all<Row>(db, `SELECT ${columns} FROM op WHERE incident = ?`, incident);
  for (const row of rows) {
    const stamp = stampOf(row.at as Stamp, row.ts);
    const sum = row.hash === '' ? hashOf(row) : row.hash;
    if (stamp === row.stamp && sum === row.hash) continue;
    run(db, 'UPDATE op SET stamp = ?, hash = ? WHERE id = ?', stamp, sum, row.id);
  }
}

/** Whether Slack is known to hold the op. */
export function isCarried(db: Db, id: OpId): boolean {
  return get(db, 'SELECT 1 FROM op WHERE id = ? AND slack_ts IS NOT NULL', id) !== undefined;
}
