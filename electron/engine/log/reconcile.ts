import type { DeviceId } from '#shared/base/ids.ts';
import type { Op } from '#shared/ops/op.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { hasOp, opsByDevice } from '../store/ops.ts';
import { enqueueDoubtful } from '../store/outbox.ts';
import { applyOps } from './apply.ts';
import type { Journal } from './journal.ts';

/** What two records of the same work had to tell each other. */
export type Reconciled = {
  /** How many ops the database got back from the journal. */
  readonly toDatabase: number;
  /** Ops that the journal lacks. */
  readonly unwritten: readonly Op[];
};

/**
 * Brings database and journal together at a start. What only the journal has goes into the database
 * (which was lost, or is an old copy) and waits to be looked for in Slack before it is sent; what
 * only the database has is for the caller to write into the journal (a crash came between the two).
 * Throws when the database cannot be written.
 */
export function reconcile(db: Db, journal: Journal, device: DeviceId, now: number): Reconciled {
  const lost = journal.found.filter((op) => !hasOp(db, op.id));
  inTransaction(db, () => {
    applyOps(db, lost, null);
    for (const op of lost) enqueueDoubtful(db, { op: op.id, incident: op.incident, queuedAt: now });
  });
  const written = new Set(journal.found.map((op) => op.id));
  const unwritten = opsByDevice(db, device).filter((op) => !written.has(op.id));
  return { toDatabase: lost.length, unwritten };
}
