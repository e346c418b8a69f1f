import type { IncidentId, OpId } from '#shared/base/ids.ts';
import type { Op } from '#shared/ops/op.ts';
import type { Db } from '../store/database.ts';
import { insertOp, opById, opsOf, setCancelled } from '../store/ops.ts';
import {
  enqueueDoubtful,
  laneRows,
  type OutboxRow,
  replaceQueued,
  settle,
} from '../store/outbox.ts';
import { rebuild } from './rebuild.ts';

/**
 * An op that has not left, with all that waits and makes no sense without it: what was done to a
 * thing that it created, and everything of an incident that it declared.
 */
export function withDependents(db: Db, op: Op): readonly OpId[] {
  const first = opsOf(db, op.incident).find((other) => other.op.entity === op.entity);
  if (first?.op.id !== op.id) return [op.id];
  const dependents = laneRows(db, op.incident)
    .map((row) => opById(db, row.op))
    .filter((other) => other !== null)
    .filter(({ entity }) => op.entity === 'incident' || entity === op.entity)
    .map(({ id }) => id);
  return [op.id, ...dependents.filter((id) => id !== op.id)];
}

/**
 * Takes back ops of an incident. Should one of them be in Slack after all, it counts again once it
 * is read there. The caller holds the transaction.
 */
export function cancelOps(db: Db, incident: IncidentId, ops: readonly OpId[]): void {
  for (const id of ops) setCancelled(db, id, true);
  settle(db, ops);
  rebuild(db, incident);
}

/** Puts a changed op in the place of one that has not left. The caller holds the transaction. */
export function replaceOp(db: Db, op: Op, by: Op): void {
  insertOp(db, by, null);
  setCancelled(db, op.id, true);
  replaceQueued(db, op.id, by.id);
  rebuild(db, op.incident);
}

/**
 * Undoes cancellations: the ops count again, and wait to be looked for in Slack, where one may be
 * that was taken back while nobody knew. The caller holds the transaction.
 */
export function restoreOps(
  db: Db,
  ops: readonly Op[],
  how: (op: Op) => Pick<OutboxRow, 'account' | 'queuedAt'>,
): void {
  for (const op of ops) {
    setCancelled(db, op.id, false);
    enqueueDoubtful(db, { op: op.id, incident: op.incident, ...how(op) });
  }
  for (const incident of new Set(ops.map((op) => op.incident))) rebuild(db, incident);
}
