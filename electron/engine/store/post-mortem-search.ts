import type { IncidentId } from '#shared/base/ids.ts';
import { POST_MORTEM, POST_MORTEM_TEXT } from '#shared/domain/post-mortem.ts';
import { type Stamp, stampMs } from '#shared/ops/stamp.ts';
import { all, type Db, get, run } from './database.ts';
import { saveWritten } from './search.ts';

const FIRST = `${POST_MORTEM_TEXT}:`;
const BEHIND = `${POST_MORTEM_TEXT};`;
/** Longest text that is searched: a book of a thousand pages. */
const TEXT_MAX = 2_000_000;

/** How many texts of an incident's post-mortem the log has. */
export function textCount(db: Db, incident: IncidentId): number {
  const sql = 'SELECT count(*) AS n FROM entity WHERE incident = ? AND entity > ? AND entity < ?';
  return get<{ n: number }>(db, sql, incident, FIRST, BEHIND)?.n ?? 0;
}

/** When somebody last wrote in it, as far as the log has it; ms since 1970. */
function lastWritten(db: Db, incident: IncidentId): number {
  const sql = `SELECT max(stamp) AS stamp FROM op
     WHERE incident = ? AND entity > ? AND entity < ? AND cancelled = 0`;
  const stamp = get<{ stamp: Stamp | null }>(db, sql, incident, FIRST, BEHIND)?.stamp;
  return stamp == null ? 0 : stampMs(stamp);
}

/** What people wrote in a post-mortem. */
export type ReadText = { readonly text: string; readonly factors: readonly string[] };

/**
 * Keeps what is written in a post-mortem in the full text, dated by the last text of the log, and
 * the contributing factors that it names.
 */
export function indexText(db: Db, incident: IncidentId, { text, factors }: ReadText): void {
  const at = lastWritten(db, incident);
  saveWritten(db, { incident, entity: POST_MORTEM, at, text: text.slice(0, TEXT_MAX) });
  run(db, 'DELETE FROM post_mortem_factor WHERE incident = ?', incident);
  const add = 'INSERT INTO post_mortem_factor (incident, place, text) VALUES (?, ?, ?)';
  for (const [place, factor] of factors.entries()) run(db, add, incident, place, factor);
}

/** The contributing factors of all post-mortems, those of the latest incidents first. */
export function factorsOfAll(
  db: Db,
  limit: number,
): { readonly incident: IncidentId; readonly text: string }[] {
  return all(
    db,
    `SELECT f.incident, f.text FROM post_mortem_factor AS f
     JOIN incident AS i ON i.id = f.incident
     ORDER BY i.declared_at DESC, f.incident, f.place LIMIT ?`,
    limit,
  );
}

/** What is written of an incident as a whole. */
export type WrittenOfIncident = { readonly incident: IncidentId; readonly text: string };

/** What is compared of a text: its beginning says what it is about. */
const COMPARED_LENGTH = 2_000;

/**
 * What stands at the head of the latest declared incidents, or in the latest of their post-mortems.
 * Not by the full text: what was said during incidents is so much more that it would hide these.
 * (`CROSS JOIN` goes from the incidents: from the texts it would read them all.)
 */
export function incidentTexts(
  db: Db,
  entity: 'incident' | typeof POST_MORTEM,
  limit: number,
): WrittenOfIncident[] {
  return all<WrittenOfIncident>(
    db,
    `SELECT w.incident, substr(w.text, 1, ${COMPARED_LENGTH}) AS text
     FROM incident AS i CROSS JOIN written AS w
     WHERE w.incident = i.id AND w.entity = ? ORDER BY i.declared_at DESC LIMIT ?`,
    entity,
    limit,
  );
}

/** What is written at the head of an incident; empty where nothing is. */
export function incidentText(db: Db, incident: IncidentId): string {
  const sql = "SELECT text FROM written WHERE incident = ? AND entity = 'incident'";
  return get<{ text: string }>(db, sql, incident)?.text ?? '';
}

/** Incidents in whose post-mortem something was written since it was indexed. */
export function staleTexts(db: Db): IncidentId[] {
  return all<{ incident: IncidentId; at: number | null }>(
    db,
    `SELECT i.id AS incident, w.at FROM incident AS i
     JOIN entity AS e ON e.incident = i.id AND e.entity = ?
     LEFT JOIN written AS w ON w.incident = i.id AND w.entity = e.entity`,
    POST_MORTEM,
  )
    .filter(({ incident, at }) => at !== lastWritten(db, incident))
    .map(({ incident }) => incident);
}
