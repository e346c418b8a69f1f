import type { IncidentId } from '#shared/base/ids.ts';
import type { LineKind } from '#shared/domain/timeline.ts';
import { momentPrefix } from '#shared/ops/stamp.ts';
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
  /** Without messages that nobody took over or marked. */
  readonly story: boolean;
};

/** A stretch of the timeline. */
export type Stretch = {
  /** From this line on, it included; null for the beginning. */
  readonly from: Line | null;
  /** Up to this line, it not included; null for the end. */
  readonly before: Line | null;
};

/** The place before every line of a moment. @param ms since 1970 */
export function placeOf(ms: number): Line {
  return { position: momentPrefix(ms), kind: 'change', ref: '' };
}

const MARKED_LINES = `SELECT line.position, line.kind, line.ref,
    coalesce(mark.hidden, 0) AS hidden, mark.marker
  FROM timeline AS line
  LEFT JOIN line_mark AS mark
    ON mark.incident = line.incident AND mark.kind = line.kind AND mark.ref = line.ref
  WHERE line.incident = ?`;
const NOT_HIDDEN = 'AND coalesce(mark.hidden, 0) = 0';
const MARKED = 'AND mark.marker IS NOT NULL';
const STORY = `AND (line.kind <> 'message' OR mark.marker IS NOT NULL)`;
/** A message that was taken over stands in the timeline as its entry. */
const NOT_TAKEN_OVER = `AND NOT (line.kind = 'message' AND EXISTS (
  SELECT 1 FROM entry WHERE entry.incident = line.incident AND entry.ts = line.ref))`;
/** A message that brings an image of an entry to Slack is seen as that entry. */
const NOT_AN_ENTRYS_IMAGE = `AND NOT (line.kind = 'message' AND EXISTS (
  SELECT 1 FROM slack_file AS file
  JOIN entry_image AS image ON image.incident = line.incident AND image.claim = file.claim
  WHERE file.ts = line.ref AND file.claim IS NOT NULL))`;
const NEWEST_FIRST = 'ORDER BY line.position DESC, line.kind DESC, line.ref DESC LIMIT ?';
const OLDEST_FIRST = 'ORDER BY line.position, line.kind, line.ref LIMIT ?';
const EVERY_LINE: LineChoice = { hidden: false, marked: false, story: false };

/** The first `limit` lines of a stretch; oldest first. */
export function firstLines(
  db: Db,
  incident: IncidentId,
  stretch: Stretch,
  limit: number,
  choice: LineChoice = EVERY_LINE,
): MarkedLine[] {
  return linesOf(db, incident, stretch, choice, OLDEST_FIRST, limit);
}

/** The last `limit` lines of a stretch; oldest first. */
export function lastLines(
  db: Db,
  incident: IncidentId,
  stretch: Stretch,
  limit: number,
  choice: LineChoice = EVERY_LINE,
): MarkedLine[] {
  return linesOf(db, incident, stretch, choice, NEWEST_FIRST, limit).reverse();
}

function linesOf(
  db: Db,
  incident: IncidentId,
  { from, before }: Stretch,
  choice: LineChoice,
  order: string,
  limit: number,
): MarkedLine[] {
  const sql = [
    MARKED_LINES,
    from === null ? '' : 'AND (line.position, line.kind, line.ref) >= (?, ?, ?)',
    before === null ? '' : 'AND (line.position, line.kind, line.ref) < (?, ?, ?)',
    choice.hidden ? '' : NOT_HIDDEN,
    choice.marked ? MARKED : '',
    choice.story ? STORY : '',
    NOT_TAKEN_OVER,
    NOT_AN_ENTRYS_IMAGE,
    order,
  ].join(' ');
  const places = [from, before].filter((line) => line !== null);
  const bounds = places.flatMap((line): SqlValue[] => [line.position, line.kind, line.ref]);
  type Row = Line & { readonly hidden: number; readonly marker: string | null };
  return all<Row>(db, sql, incident, ...bounds, limit).map((row) => ({
    ...row,
    hidden: row.hidden === 1,
  }));
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
