import type { DeviceId } from '#shared/base/ids.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { hasOp, opsByDevice } from '../store/ops.ts';
import { enqueueDoubtful } from '../store/outbox.ts';
import { applyOps } from './apply.ts';
import type { Journal } from './journal.ts';

/** What two records of the same work had to tell each other. */
export type Reconciled = { readonly toDatabase: number; readonly toJournal: number };

/**
 * Brings database and journal together at a start. What only the journal has goes into the database
 * (which was lost, or is an old copy) and waits to be looked for in Slack before it is sent; what
 * only the database has goes into the journal (a crash came between the two).
 */
export function reconcile(db: Db, journal: Journal, device: DeviceId, now: number): Reconciled {
  const lost = journal.found.filter((op) => !hasOp(db, op.id));
  inTransaction(db, () => {
    applyOps(db, lost);
    for (const op of lost) enqueueDoubtful(db, { op: op.id, incident: op.incident, queuedAt: now });
  });
  const written = new Set(journal.found.map((op) => op.id));
  const unwritten = opsByDevice(db, device).filter((op) => !written.has(op.id));
  journal.append(unwritten);
  return { toDatabase: lost.length, toJournal: unwritten.length };
}
