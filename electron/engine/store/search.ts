import Sqlite from 'better-sqlite3';
import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { all, type Db, get, run } from './database.ts';

/** What a person wrote about one entity, as it is looked through. */
export type Written = {
  readonly incident: IncidentId;
  readonly entity: string;
  /** ms since 1970. */
  readonly at: number;
  readonly text: string;
};

export function saveWritten(db: Db, written: Written): void {
  run(
    db,
    `INSERT INTO written (incident, entity, at, text) VALUES (?, ?, ?, ?)
     ON CONFLICT (incident, entity) DO UPDATE SET at = excluded.at, text = excluded.text
     WHERE written.text <> excluded.text OR written.at <> excluded.at`,
    written.incident,
    written.entity,
    written.at,
    written.text,
  );
}

export function removeWritten(db: Db, incident: IncidentId, entity: string): void {
  run(db, 'DELETE FROM written WHERE incident = ? AND entity = ?', incident, entity);
}

/** Takes out what belongs to no entity any more: of one incident, or (null) of all. */
export function pruneWritten(db: Db, incident: IncidentId | null): void {
  run(
    db,
    `DELETE FROM written WHERE incident = coalesce(?, incident) AND NOT EXISTS
       (SELECT 1 FROM entity
        WHERE entity.incident = written.incident AND entity.entity = written.entity)`,
    incident,
  );
}

/** The two indexes, with the table that each is over. */
const INDEXES = { message_search: 'slack_message', written_search: 'written' } as const;
export type SearchIndex = keyof typeof INDEXES;
const INDEX_NAMES = Object.keys(INDEXES) as SearchIndex[];

/** A text is ranked by its beginning: one of 40,000 characters must not cost as much as hundreds. */
const RANKED_LENGTH = 2_000;

/** Where to look: in these incidents (null: in all), from one moment on, up to another. */
export type Within = {
  readonly incidents: readonly IncidentId[] | null;
  /** ms since 1970. */
  readonly after: number | null;
  readonly before: number | null;
};

/**
 * How many matches are gone through for those that lie within. A word in more than these is looked
 * for among the latest of them: that bounds the time.
 */
const SCANNED_MAX = 20_000;

/** The last moment of which a date can tell. */
const END_OF_TIME = 8_640_000_000_000_000;

/** A moment as the `ts` of Slack tells it, padded so that text sorts as time. */
const tsAt = (ms: number) =>
  ms >= END_OF_TIME ? LAST_TS : `${String(Math.floor(ms / 1_000)).padStart(10, '0')}.000000`;
const LAST_TS = '99999999999.999999';

/** How many matches to collect first, and the three bounds; no incidents stand for all. */
function bounds(within: Within | null, limit: number) {
  const { incidents = null, after, before } = within ?? {};
  const listed = incidents === null ? null : JSON.stringify(incidents);
  return {
    scanned: within === null ? limit : SCANNED_MAX,
    incidents: listed,
    after: after ?? 0,
    before: before ?? END_OF_TIME,
  };
}

export type FoundMessage = {
  readonly row: number;
  readonly incident: IncidentId;
  readonly ts: string;
  readonly author: PersonRef;
  readonly text: string;
};

/**
 * Messages that match, the latest stored first, `limit` at most. It stops there, so that the
 * commonest word costs no more than a rare one.
 * @param match an FTS5 query of quoted words
 */
export function newestMessages(
  db: Db,
  match: string,
  limit: number,
  within: Within | null = null,
): FoundMessage[] {
  const { scanned, incidents, after, before } = bounds(within, limit);
  return all<FoundMessage>(
    db,
    `SELECT m.id AS row, c.incident, m.ts, m.author, substr(m.text, 1, ${RANKED_LENGTH}) AS text
     FROM (SELECT rowid AS row FROM message_search WHERE message_search MATCH ?
           ORDER BY rowid DESC LIMIT ?) AS found
     JOIN slack_message AS m ON m.id = found.row
     JOIN slack_channel AS c ON c.channel = m.channel
     WHERE (? IS NULL OR c.incident IN (SELECT value FROM json_each(?)))
       AND m.ts >= ? AND m.ts < ?
     LIMIT ?`,
    match,
    scanned,
    incidents,
    incidents,
    tsAt(after),
    tsAt(before),
    limit,
  );
}

export type FoundWritten = Written & { readonly row: number };

/** The same of what people wrote here, for incidents that are shown. */
export function newestWritten(
  db: Db,
  match: string,
  limit: number,
  within: Within | null = null,
): FoundWritten[] {
  const { scanned, incidents, after, before } = bounds(within, limit);
  return all<FoundWritten>(
    db,
    `SELECT w.id AS row, w.incident, w.entity, w.at, substr(w.text, 1, ${RANKED_LENGTH}) AS text
     FROM (SELECT rowid AS row FROM written_search WHERE written_search MATCH ?
           ORDER BY rowid DESC LIMIT ?) AS found
     JOIN written AS w ON w.id = found.row
     JOIN incident AS i ON i.id = w.incident
     WHERE (? IS NULL OR w.incident IN (SELECT value FROM json_each(?)))
       AND w.at >= ? AND w.at < ?
     LIMIT ?`,
    match,
    scanned,
    incidents,
    incidents,
    after,
    before,
    limit,
  );
}

/** The whole text of a row. */
export function searchedText(db: Db, index: SearchIndex, row: number): string {
  const found = get<{ text: string }>(db, `SELECT text FROM ${INDEXES[index]} WHERE id = ?`, row);
  return found?.text ?? '';
}

/**
 * About how many rows hold a word: counted up to `limit`, beyond that by how densely the latest
 * stand.
 */
export function rowsWith(db: Db, index: SearchIndex, match: string, limit: number): number {
  const latest = get<{ found: number; lowest: number | null; highest: number | null }>(
    db,
    `SELECT count(*) AS found, min(row) AS lowest,
       (SELECT max(id) FROM ${INDEXES[index]}) AS highest
     FROM (SELECT rowid AS row FROM ${index} WHERE ${index} MATCH ? ORDER BY rowid DESC LIMIT ?)`,
    match,
    limit,
  );
  const { found = 0, lowest, highest } = latest ?? {};
  if (found < limit || lowest == null || highest == null) return found;
  return Math.round((found * highest) / (highest - lowest + 1));
}

/** How many rows an index is over, near enough. */
export function rowsIn(db: Db, index: SearchIndex): number {
  return get<{ n: number | null }>(db, `SELECT max(id) AS n FROM ${INDEXES[index]}`)?.n ?? 0;
}

/** The indexes that no longer say what their tables say. */
export function unsoundIndexes(db: Db): readonly SearchIndex[] {
  return INDEX_NAMES.filter((index) => {
    try {
      run(db, `INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`);
      return false;
    } catch (cause) {
      if (cause instanceof Sqlite.SqliteError && cause.code.startsWith('SQLITE_CORRUPT')) {
        return true;
      }
      throw cause;
    }
  });
}

/** Makes an index again from its table. */
export function rebuildIndex(db: Db, index: SearchIndex): void {
  run(db, `INSERT INTO ${index} (${index}) VALUES ('rebuild')`);
}
