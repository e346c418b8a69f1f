import type { IncidentId } from '#shared/base/ids.ts';
import type { Reached } from '#shared/domain/key-times.ts';
import { type Stamp, stampMs } from '#shared/ops/stamp.ts';
import { all, type Db } from './database.ts';

/** The statuses an incident took, in the order of their stamps. */
export function statusHistory(db: Db, incident: IncidentId): Reached[] {
  return textHistory(db, incident, '$.status').map(({ at, text }) => ({ at, status: text }));
}

/** The severities an incident had, in the order of their stamps. */
export function severityHistory(
  db: Db,
  incident: IncidentId,
): { readonly at: number; readonly severity: string }[] {
  return textHistory(db, incident, '$.severity').map(({ at, text }) => ({ at, severity: text }));
}

function textHistory(
  db: Db,
  incident: IncidentId,
  path: '$.status' | '$.severity',
): { readonly at: number; readonly text: string }[] {
  return all<{ stamp: Stamp; text: string }>(
    db,
    `SELECT stamp, fields ->> '${path}' AS text FROM op
     WHERE incident = ? AND entity = 'incident' AND cancelled = 0
       AND CASE WHEN json_valid(fields) THEN json_type(fields, '${path}') END = 'text'
     ORDER BY stamp, id`,
    incident,
  ).map(({ stamp, text }) => ({ at: stampMs(stamp), text }));
}
