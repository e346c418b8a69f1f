import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { all, type Db, get, run } from './database.ts';

/**
 * Ops of other desktops that came in a bundle and that Slack did not have: their makers send them.
 * `looks` counts how often this desktop was connected and Slack still lacked them.
 */
export type HeldOp = { readonly op: OpId; readonly incident: IncidentId; readonly looks: number };

export function holdOp(db: Db, op: OpId, incident: IncidentId): void {
  run(
    db,
    'INSERT INTO held_op (op, incident, looks) VALUES (?, ?, 0) ON CONFLICT DO NOTHING',
    op,
    incident,
  );
}

export function anyHeld(db: Db): boolean {
  return get(db, 'SELECT 1 FROM held_op LIMIT 1') !== undefined;
}

/** Lets go of those that Slack has by now. */
export function releaseCarried(db: Db): void {
  run(db, 'DELETE FROM held_op WHERE op IN (SELECT id FROM op WHERE slack_ts IS NOT NULL)');
}

/** Counts one more look at Slack, and takes out those that were looked for often enough. */
export function takeOverdue(db: Db, looks: number): readonly HeldOp[] {
  run(db, 'UPDATE held_op SET looks = looks + 1');
  const due = all<HeldOp>(
    db,
    `SELECT op, held_op.incident AS incident, looks FROM held_op JOIN op ON op.id = held_op.op
     WHERE looks >= ? ORDER BY op.stamp, op.id`,
    looks,
  );
  for (const { op } of due) run(db, 'DELETE FROM held_op WHERE op = ?', op);
  return due;
}
