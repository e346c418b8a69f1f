import type { IncidentId } from '#shared/base/ids.ts';
import { type Stamp, stampMs } from '#shared/ops/stamp.ts';
import { type Db, get } from './database.ts';

/**
 * When the oldest op was made of which nobody knows whether Slack has it, in ms since 1970; null
 * when there is none. Reads the stamps: these rows may be younger than their ops.
 */
export function doubtSince(db: Db, incident: IncidentId): number | null {
  const row = get<{ at: Stamp | null }>(
    db,
    `SELECT min(op.stamp) AS at FROM outbox JOIN op ON op.id = outbox.op
     WHERE outbox.incident = ? AND outbox.state = 'unknown'`,
    incident,
  );
  return row?.at == null ? null : stampMs(row.at);
}
