import type { IncidentId } from '#shared/base/ids.ts';
import type { LineKind } from '#shared/domain/timeline.ts';
import { all, type Db, run, type SqlValue } from './database.ts';

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

/** A line with what people said about it. */
export type MarkedLine = Line & { readonly hidden: boolean; readonly marker: string | null };

/** Which lines are wanted. */
export type LineChoice = {
  /** Also those that somebody hid. */
  readonly hidden: boolean;
  /** Only those that somebody marked. */
  readonly marked: boolean;
};

const MARKED_LINES = `SELECT line.position, line.kind, line.ref,
    coalesce(mark.hidden, 0) AS hidden, mark.marker
  FROM timeline AS line
  LEFT JOIN line_mark AS mark
    ON mark.incident = line.incident AND mark.kind = line.kind AND mark.ref = line.ref
  WHERE line.incident = ?`;
const NOT_HIDDEN = 'AND coalesce(mark.hidden, 0) = 0';
const MARKED = 'AND mark.marker IS NOT NULL';
/** A message that was taken over stands in the timeline as its entry. */
const NOT_TAKEN_OVER = `AND NOT (line.kind = 'message' AND EXISTS (
  SELECT 1 FROM entry WHERE entry.incident = line.incident AND entry.ts = line.ref))`;
const NEWEST_FIRST = 'ORDER BY line.position DESC, line.kind DESC, line.ref DESC LIMIT ?';

/** The `limit` lines before a line, or the newest ones; oldest first. */
export function linesBefore(
  db: Db,
  incident: IncidentId,
  before: Line | null,
  limit: number,
  choice: LineChoice = { hidden: false, marked: false },
): MarkedLine[] {
  const sql = [
    MARKED_LINES,
    before === null ? '' : 'AND (line.position, line.kind, line.ref) < (?, ?, ?)',
    choice.hidden ? '' : NOT_HIDDEN,
    choice.marked ? MARKED : '',
    NOT_TAKEN_OVER,
    NEWEST_FIRST,
  ].join(' ');
  const from: SqlValue[] = before === null ? [] : [before.position, before.kind, before.ref];
  type Row = Line & { readonly hidden: number; readonly marker: string | null };
  return all<Row>(db, sql, incident, ...from, limit)
    .map((row) => ({ ...row, hidden: row.hidden === 1 }))
    .reverse();
}

/** What people said about one line, whatever it is made from. */
export function saveLineMark(
  db: Db,
  incident: IncidentId,
  line: Pick<Line, 'kind' | 'ref'>,
  mark: Pick<MarkedLine, 'hidden' | 'marker'>,
): void {
  run(
    db,
    `INSERT INTO line_mark (incident, kind, ref, hidden, marker) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (incident, kind, ref) DO UPDATE SET hidden = excluded.hidden,
       marker = excluded.marker`,
    incident,
    line.kind,
    line.ref,
    mark.hidden ? 1 : 0,
    mark.marker,
  );
}
