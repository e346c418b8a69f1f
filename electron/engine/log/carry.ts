import type { IncidentId, OpId } from '#shared/base/ids.ts';
import type { Op } from '#shared/ops/op.ts';
import type { Db } from '../store/database.ts';
import { highestStamp, markCarried, unmarkCarried } from '../store/ops.ts';
import { setLastStamp } from './last-stamp.ts';
import { rebuild } from './rebuild.ts';

/**
 * Notes the message that carried ops. Where an op's clock was far ahead, this moves it among the
 * others: then its incident is made again. The caller holds the transaction.
 * @returns the incidents that look different now
 */
export function carryOps(db: Db, ops: readonly Op[], ts: string): ReadonlySet<IncidentId> {
  const moved = new Set(ops.filter((op) => markCarried(db, op.id, ts)).map((op) => op.incident));
  for (const incident of moved) rebuild(db, incident);
  // What was held back is no longer what the next stamp must follow.
  if (moved.size > 0) setLastStamp(db, highestStamp(db));
  return moved;
}

/** Takes that back: Slack shows the message without the ops. The caller holds the transaction. */
export function uncarryOps(db: Db, incident: IncidentId, ops: readonly OpId[]): void {
  const moved = ops.filter((op) => unmarkCarried(db, op));
  if (moved.length === 0) return;
  rebuild(db, incident);
  setLastStamp(db, highestStamp(db));
}

/** Notes that another message carries an op than was thought. The caller holds the transaction. */
export function moveCarried(db: Db, op: Op, ts: string): void {
  uncarryOps(db, op.incident, [op.id]);
  carryOps(db, [op], ts);
}
