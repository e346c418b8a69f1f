import type { IncidentId } from '#shared/base/ids.ts';
import { type Stamp, stampMs } from '#shared/ops/stamp.ts';
import { type Db, get, run } from './database.ts';

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

/**
 * Has every message of an incident taken in again when it is read next, as if it had changed: the log
 * may lack what one of them brought. The caller holds the transaction.
 */
export function takeInAgain(db: Db, incident: IncidentId): void {
  run(
    db,
    `UPDATE slack_message SET hash = ''
     WHERE channel = (SELECT channel FROM slack_channel WHERE incident = ?)`,
    incident,
  );
}

/** The same, and has the channel read from end to end: something of it was damaged here. */
export function readAgain(db: Db, incident: IncidentId): void {
  takeInAgain(db, incident);
  run(
    db,
    `DELETE FROM slack_range
     WHERE channel = (SELECT channel FROM slack_channel WHERE incident = ?)`,
    incident,
  );
  run(db, 'UPDATE slack_channel SET backfill = 1 WHERE incident = ?', incident);
}
