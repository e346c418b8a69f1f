import type { IncidentId } from '#shared/base/ids.ts';
import { POST_MORTEM, POST_MORTEM_TEXT } from '#shared/domain/post-mortem.ts';
import { type Stamp, stampMs } from '#shared/ops/stamp.ts';
import { all, type Db, get } from './database.ts';
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

/** Keeps what is written in a post-mortem in the full text, dated by the last text of the log. */
export function indexText(db: Db, incident: IncidentId, text: string): void {
  const at = lastWritten(db, incident);
  saveWritten(db, { incident, entity: POST_MORTEM, at, text: text.slice(0, TEXT_MAX) });
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
