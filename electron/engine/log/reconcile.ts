import type { DeviceId } from '#shared/base/ids.ts';
import { isSlackUser } from '#shared/domain/person.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { allCancelled, hasOp, isCancelled, isCarried, opById, opsByDevice } from '../store/ops.ts';
import { enqueueDoubtful } from '../store/outbox.ts';
import { applyOps } from './apply.ts';
import { cancelOps } from './cancel.ts';
import type { Journal, JournalRecord } from './journal.ts';

/** What two records of the same work had to tell each other. */
export type Reconciled = {
  /** How many ops the database got back from the journal. */
  readonly toDatabase: number;
  /** What the journal lacks. */
  readonly unwritten: readonly JournalRecord[];
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
    for (const { id: op, incident, by } of lost) {
      const account = isSlackUser(by) ? by : null;
      enqueueDoubtful(db, { op, incident, account, queuedAt: now });
    }
    cancelAgain(db, journal);
  });
  return { toDatabase: lost.length, unwritten: missing(db, journal, device) };
}

/** What the journal knows to be taken back, and an old copy of the database does not. */
function cancelAgain(db: Db, { cancelled }: Journal): void {
  for (const id of cancelled) {
    const op = opById(db, id);
    if (op !== null && !isCancelled(db, id) && !isCarried(db, id)) cancelOps(db, op.incident, [id]);
  }
}

function missing(
  db: Db,
  { found, cancelled }: Journal,
  device: DeviceId,
): readonly JournalRecord[] {
  const written = new Set(found.map((op) => op.id));
  return [
    ...opsByDevice(db, device).filter((op) => !written.has(op.id)),
    ...allCancelled(db)
      .filter((op) => !cancelled.has(op))
      .map((op) => ({ op, cancelled: true })),
  ];
}
