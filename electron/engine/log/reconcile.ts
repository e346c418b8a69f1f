import { z } from 'zod';
import type { DeviceId } from '#shared/base/ids.ts';
import { isSlackUser } from '#shared/domain/person.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { takeInAgain } from '../store/doubt.ts';
import {
  allCancelled,
  hasOp,
  isCancelled,
  isCarried,
  newestRow,
  opById,
  opsByDevice,
} from '../store/ops.ts';
import { enqueueDoubtful } from '../store/outbox.ts';
import { keepWritingAgain, lastWriting } from '../store/post-mortems.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { applyOps } from './apply.ts';
import { cancelOps } from './cancel.ts';
import type { Journal, JournalRecord } from './journal.ts';
import { isAsWritten } from './taken-id.ts';

/** Up to where journal and database have been brought together: a place in each. */
const KNOWN_SETTING = 'journal.known';

const Known = z.object({ bytes: z.number(), sum: z.number(), row: z.number() }).readonly();
type Known = z.infer<typeof Known>;

/** What the database has of the journal. An old copy of it knows less, and a new one nothing. */
export function knownOfJournal(db: Db): Known {
  return readSetting(db, KNOWN_SETTING, Known) ?? { bytes: 0, sum: 0, row: 0 };
}

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
  const since = journal.from === 0 ? 0 : knownOfJournal(db).row;
  const lost = journal.found.filter((op) => !hasOp(db, op.id));
  inTransaction(db, () => {
    applyOps(db, lost, null);
    for (const { id: op, incident, by } of lost) {
      const account = isSlackUser(by) ? by : null;
      enqueueDoubtful(db, { op, incident, account, queuedAt: now });
    }
    // The mirror may show their messages while the log lacks them: a look must not pass them over.
    for (const incident of new Set(lost.map((op) => op.incident))) takeInAgain(db, incident);
    cancelAgain(db, journal);
    writeAgain(db, journal);
  });
  return { toDatabase: lost.length, unwritten: missing(db, journal, device, since) };
}

/** Notes that both are together now, so that the next start looks only at what came after. */
export function noteReconciled(db: Db, journal: Journal): void {
  const mark = journal.mark();
  if (mark === null) return;
  const known: Known = { ...mark, row: newestRow(db) };
  if (known.bytes !== knownOfJournal(db).bytes) writeSetting(db, KNOWN_SETTING, known);
}

/** What was written in post-mortems and the database never had: an old copy of it, or a new one. */
function writeAgain(db: Db, { writings }: Journal): void {
  const last = lastWriting(db);
  for (const { writing, incident, bytes } of writings) {
    if (writing > last) keepWritingAgain(db, writing, incident, Buffer.from(bytes, 'base64'));
  }
}

/** What the journal knows to be taken back, and the database does not. */
function cancelAgain(db: Db, { cancelled }: Journal): void {
  for (const id of cancelled) {
    const op = opById(db, id);
    if (op !== null && !isCancelled(db, id) && !isCarried(db, id)) cancelOps(db, op.incident, [id]);
  }
}

/** A cancellation is in the journal first; so it lacks one only where it is damaged or lost. */
function missing(
  db: Db,
  { from, found, cancelled }: Journal,
  device: DeviceId,
  since: number,
): readonly JournalRecord[] {
  const written = new Set(found.map((op) => op.id));
  const ops = opsByDevice(db, device, since).filter(
    (op) => isAsWritten(op.id) && !written.has(op.id),
  );
  const taken = from > 0 ? [] : allCancelled(db).filter((op) => !cancelled.has(op));
  return [...ops, ...taken.map((op) => ({ op, cancelled: true }))];
}
