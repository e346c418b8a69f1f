import type { IncidentId, OpId } from '#shared/base/ids.ts';
import type { Stamp } from '#shared/ops/stamp.ts';
import { all, type Db, get, run } from './database.ts';

/** What a line of the timeline is made from: an op, an entry, or a message in Slack. */
export type LineKind = 'change' | 'note' | 'message';

/** A line's place. Positions are stamps, or for messages start like one, so that text order is time order. */
export type Line = {
  readonly position: string;
  readonly kind: LineKind;
  /** The op's id, the entry's id, or the message's `ts`. */
  readonly ref: string;
};

export function addLine(db: Db, incident: IncidentId, line: Line): void {
  run(
    db,
    `INSERT INTO timeline (incident, position, kind, ref) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    incident,
    line.position,
    line.kind,
    line.ref,
  );
}

export function removeLine(db: Db, incident: IncidentId, line: Line): void {
  run(
    db,
    'DELETE FROM timeline WHERE incident = ? AND position = ? AND kind = ? AND ref = ?',
    incident,
    line.position,
    line.kind,
    line.ref,
  );
}

/** The `limit` lines before a line, or the newest ones; oldest first. */
export function linesBefore(
  db: Db,
  incident: IncidentId,
  before: Line | null,
  limit: number,
): Line[] {
  const lines =
    before === null
      ? all<Line>(
          db,
          `SELECT position, kind, ref FROM timeline WHERE incident = ?
           ORDER BY position DESC, kind DESC, ref DESC LIMIT ?`,
          incident,
          limit,
        )
      : all<Line>(
          db,
          `SELECT position, kind, ref FROM timeline
           WHERE incident = ? AND (position, kind, ref) < (?, ?, ?)
           ORDER BY position DESC, kind DESC, ref DESC LIMIT ?`,
          incident,
          before.position,
          before.kind,
          before.ref,
          limit,
        );
  return lines.reverse();
}

/** A written entry of the timeline. */
export type EntryRecord = {
  readonly id: string;
  readonly text: string;
  /** The op that made it: who wrote it, and whether it has left. */
  readonly op: OpId;
  readonly position: Stamp;
};

const ENTRY_COLUMNS = 'id, text, op, position';

export function saveEntry(db: Db, incident: IncidentId, entry: EntryRecord): void {
  run(
    db,
    `INSERT INTO entry (incident, ${ENTRY_COLUMNS}) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (incident, id) DO UPDATE SET text = excluded.text, op = excluded.op,
       position = excluded.position`,
    incident,
    entry.id,
    entry.text,
    entry.op,
    entry.position,
  );
}

export function removeEntry(db: Db, incident: IncidentId, id: string): void {
  run(db, 'DELETE FROM entry WHERE incident = ? AND id = ?', incident, id);
}

export function entryById(db: Db, incident: IncidentId, id: string): EntryRecord | null {
  return (
    get<EntryRecord>(
      db,
      `SELECT ${ENTRY_COLUMNS} FROM entry WHERE incident = ? AND id = ?`,
      incident,
      id,
    ) ?? null
  );
}
