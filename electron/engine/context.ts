import { faultOf } from '#shared/base/fault.ts';
import type { DeviceId, IncidentId, OpId } from '#shared/base/ids.ts';
import { newUlid } from '#shared/base/ids.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import { OP_VERSION, type Op } from '#shared/ops/op.ts';
import { nextStamp } from '#shared/ops/stamp.ts';
import { me, readAccount } from './account.ts';
import { applyOps } from './log/apply.ts';
import { slackNow } from './log/clock-offset.ts';
import type { Journal, JournalRecord } from './log/journal.ts';
import { lastStamp } from './log/last-stamp.ts';
import type { EnginePorts } from './ports.ts';
import { type Db, inTransaction } from './store/database.ts';
import { enqueue } from './store/outbox.ts';

/** What every feature of the engine works with. */
export type Context = {
  readonly ports: EnginePorts;
  readonly db: Db;
  readonly device: DeviceId;
  readonly journal: Journal;
  /** Tells the screens, after the commit. */
  readonly emit: (event: ContractEvent) => void;
  /** There is something new to send. */
  readonly wake: () => void;
};

/** A change a person makes: the entity and the fields to write. */
export type Edit = Pick<Op, 'entity' | 'set'>;

/**
 * Makes ops of a person's edits and commits log, tables and outbox together. Only when the edits are
 * on disk do screens and sync hear of them; when this returns they are in the journal too.
 */
export function commitEdits(
  context: Context,
  incident: IncidentId,
  edits: readonly Edit[],
): readonly OpId[] {
  return commitTogether(
    context,
    edits.map((edit) => ({ incident, ...edit })),
  );
}

/** The same for edits of several incidents that make sense together only: all, or none. */
export function commitTogether(
  context: Context,
  edits: readonly (Edit & Pick<Op, 'incident'>)[],
): readonly OpId[] {
  const { db, ports, device } = context;
  const ops = inTransaction(db, () => {
    let last = lastStamp(db);
    const now = ports.clock.now();
    const by = me(context);
    const made = edits.map((edit): Op => {
      last = nextStamp(last, slackNow(db, now), device);
      const id = newUlid({ now: () => now, random: ports.random }) as OpId;
      return { v: OP_VERSION, id, at: last, by, ...edit };
    });
    applyOps(db, made, null);
    const account = readAccount(db)?.user ?? null;
    for (const op of made)
      enqueue(db, { op: op.id, incident: op.incident, account, queuedAt: now });
    return made;
  });
  // It is on the disk: the screens need not wait for the second copy, the answer does.
  announceChange(context, new Set(ops.map((op) => op.incident)));
  writeJournal(context, ops);
  context.wake();
  return ops.map((op) => op.id);
}

/** The second copy. Without it the edit is still on disk, and the journal writes it with the next. */
export function writeJournal(
  { journal, ports }: Pick<Context, 'journal' | 'ports'>,
  records: readonly JournalRecord[],
): void {
  try {
    journal.append(records);
  } catch (cause) {
    ports.log({ level: 'error', event: 'journal.failed', fault: faultOf(cause) });
  }
}

/** Tells the screens which incidents look different now. */
export function announceChange(
  context: Pick<Context, 'emit'>,
  incidents: Iterable<IncidentId>,
): void {
  let any = false;
  for (const incident of incidents) {
    any = true;
    context.emit({ view: 'incident', incident });
  }
  if (any) context.emit({ view: 'desk' });
}
