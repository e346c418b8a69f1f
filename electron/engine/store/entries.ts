import type { IncidentId, OpId } from '#shared/base/ids.ts';
import type { Stamp } from '#shared/ops/stamp.ts';
import { all, type Db, get, run } from './database.ts';

/** A written entry of the timeline. */
export type EntryRecord = {
  readonly id: string;
  /** `note`, `slack`, or what a newer Quarterdeck wrote. */
  readonly kind: string;
  /** Empty only where a newer Quarterdeck wrote something other than text. */
  readonly text: string;
  /** It said something else before. */
  readonly edited: boolean;
  /** The op that made it: who wrote it, and whether it has left. */
  readonly op: OpId;
  /** Its place: that of `happenedAt`, of its message, or of the op. */
  readonly position: Stamp;
  /** ms since 1970. */
  readonly happenedAt: number;
  /** The message that was taken over; null for what was written here. */
  readonly channel: string | null;
  readonly ts: string | null;
  /** That message's text as Slack sent it; null where it was the entry's own. */
  readonly source: string | null;
  readonly author: string | null;
};

type EntryRow = Omit<EntryRecord, 'edited'> & { readonly edited: number };

const COLUMNS = `id, kind, text, edited, op, position, happened_at AS happenedAt, channel, ts,
  source, author`;
const BY_ID = `SELECT ${COLUMNS} FROM entry WHERE incident = ? AND id = ?`;

export function saveEntry(db: Db, incident: IncidentId, entry: EntryRecord): void {
  run(
    db,
    `INSERT OR REPLACE INTO entry (incident, id, kind, text, edited, op, position, happened_at,
       channel, ts, source, author)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    incident,
    entry.id,
    entry.kind,
    entry.text,
    entry.edited ? 1 : 0,
    entry.op,
    entry.position,
    entry.happenedAt,
    entry.channel,
    entry.ts,
    entry.source,
    entry.author,
  );
}

export function removeEntry(db: Db, incident: IncidentId, id: string): void {
  run(db, 'DELETE FROM entry WHERE incident = ? AND id = ?', incident, id);
}

export function entryById(db: Db, incident: IncidentId, id: string): EntryRecord | null {
  const row = get<EntryRow>(db, BY_ID, incident, id);
  return row === undefined ? null : { ...row, edited: row.edited === 1 };
}

/** One text that an entry had, in the order of their stamps. */
export type EntryText = { readonly text: string; readonly stamp: Stamp; readonly by: string };

/** One time that an entry was moved to; null: back to the one it has of itself. */
export type EntryMove = {
  readonly op: OpId;
  readonly to: number | null;
  readonly stamp: Stamp;
  readonly by: string;
};

export function entryMoves(db: Db, incident: IncidentId, id: string): EntryMove[] {
  return all<EntryMove>(
    db,
    `SELECT id AS op, fields ->> '$.happenedAt' AS "to", stamp, author AS by FROM op
     WHERE incident = ? AND entity = ? AND cancelled = 0
       AND CASE WHEN json_valid(fields) THEN json_type(fields, '$.happenedAt') END
         IN ('integer', 'real', 'null')
     ORDER BY stamp, id`,
    incident,
    `entry:${id}`,
  );
}

export function entryTexts(db: Db, incident: IncidentId, id: string): EntryText[] {
  return all<EntryText>(
    db,
    `SELECT fields ->> '$.text' AS text, stamp, author AS by FROM op
     WHERE incident = ? AND entity = ? AND cancelled = 0
       AND CASE WHEN json_valid(fields) THEN json_type(fields, '$.text') END = 'text'
     ORDER BY stamp, id`,
    incident,
    `entry:${id}`,
  );
}
