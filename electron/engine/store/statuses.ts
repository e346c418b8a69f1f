import type { IncidentId } from '#shared/base/ids.ts';
import type { Reached } from '#shared/domain/key-times.ts';
import { type Stamp, stampMs } from '#shared/ops/stamp.ts';
import { all, type Db } from './database.ts';

/** The statuses an incident took, in the order of their stamps. */
export function statusHistory(db: Db, incident: IncidentId): Reached[] {
  return all<{ stamp: Stamp; status: string }>(
    db,
    `SELECT stamp, fields ->> '$.status' AS status FROM op
     WHERE incident = ? AND entity = 'incident' AND cancelled = 0
       AND CASE WHEN json_valid(fields) THEN json_type(fields, '$.status') END = 'text'
     ORDER BY stamp, id`,
    incident,
  ).map(({ stamp, status }) => ({ at: stampMs(stamp), status }));
}
