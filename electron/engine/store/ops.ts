import type { DeviceId, IncidentId, OpId } from '#shared/base/ids.ts';
import type { Json } from '#shared/base/json.ts';
import type { Op } from '#shared/ops/op.ts';
import type { Stamp } from '#shared/ops/stamp.ts';
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
};

const COLUMNS = 'id, incident, entity, at, author, v, fields, extra';

function toOp(row: OpRow): Op {
  return {
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
}

/** Stores an op. False when it was here already. */
export function insertOp(db: Db, op: Op): boolean {
  const { v, id, at, by, incident, entity, set, ...extra } = op;
  const rest = Object.keys(extra).length === 0 ? null : JSON.stringify(extra);
  const changes = run(
    db,
    `INSERT INTO op (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    id,
    incident,
    entity,
    at,
    by,
    v,
    JSON.stringify(set),
    rest,
  );
  return changes > 0;
}

export function opById(db: Db, id: OpId): Op | null {
  const row = get<OpRow>(db, `SELECT ${COLUMNS} FROM op WHERE id = ?`, id);
  return row === undefined ? null : toOp(row);
}

/** Ops of an incident, or of all, in the order of their stamps. */
export function opsOf(db: Db, incident: IncidentId | null): Op[] {
  const rows =
    incident === null
      ? all<OpRow>(db, `SELECT ${COLUMNS} FROM op ORDER BY at, id`)
      : all<OpRow>(db, `SELECT ${COLUMNS} FROM op WHERE incident = ? ORDER BY at, id`, incident);
  return rows.map(toOp);
}

/** Ops that a desktop made, in the order of their stamps. */
export function opsByDevice(db: Db, device: DeviceId): Op[] {
  return all<OpRow>(
    db,
    `SELECT ${COLUMNS} FROM op WHERE substr(at, -10) = ? ORDER BY at, id`,
    device,
  ).map(toOp);
}

export function hasOp(db: Db, id: OpId): boolean {
  return get(db, 'SELECT 1 FROM op WHERE id = ?', id) !== undefined;
}

/** Whether any op of the incident is known here. */
export function hasOps(db: Db, incident: IncidentId): boolean {
  return get(db, 'SELECT 1 FROM op WHERE incident = ? LIMIT 1', incident) !== undefined;
}

/** The value a field had just before an op of the same entity; undefined when it had none. */
export function valueBefore(db: Db, op: Op, field: string): Json | undefined {
  const path = `$."${field}"`;
  const row = get<{ value: string }>(
    db,
    `SELECT fields -> ? AS value
     FROM op
     WHERE incident = ? AND entity = ? AND (at, id) < (?, ?) AND json_type(fields, ?) IS NOT NULL
     ORDER BY at DESC, id DESC LIMIT 1`,
    path,
    op.incident,
    op.entity,
    op.at,
    op.id,
    path,
  );
  return row === undefined ? undefined : (JSON.parse(row.value) as Json);
}

/** Remembers the first message that carried an op: of several copies the lowest ts counts. */
export function markCarried(db: Db, id: OpId, ts: string): void {
  run(
    db,
    'UPDATE op SET slack_ts = ? WHERE id = ? AND (slack_ts IS NULL OR slack_ts > ?)',
    ts,
    id,
    ts,
  );
}

/** Whether Slack is known to hold the op. */
export function isCarried(db: Db, id: OpId): boolean {
  return get(db, 'SELECT 1 FROM op WHERE id = ? AND slack_ts IS NOT NULL', id) !== undefined;
}
