import { type IncidentId, newUlid, type OpId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import { queuedText } from '#shared/contract/queued-text.ts';
import type { QueuedImageT, QueueItemT } from '#shared/contract/views.ts';
import { isSlackUser } from '#shared/domain/person.ts';
import { changesOf } from '#shared/ops/change-of.ts';
import { entityParts, type Op } from '#shared/ops/op.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import { readAccount } from '../account.ts';
import { announceChange, writeJournal } from '../context.ts';
import { cancelOps, replaceOp, restoreOps, withDependents } from '../log/cancel.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { type WaitingImage, waitingImages } from '../store/image-uploads.ts';
import { incidentById } from '../store/incidents.ts';
import { isCancelled, loggedOp, opById, valueBefore } from '../store/ops.ts';
import { backlog, laneRows, type OutboxRow, outboxRow, waitingRows } from '../store/outbox.ts';
import {
  type Answer,
  type CommandHandlers,
  DONE,
  type HandlerContext,
  type QueryHandlers,
} from './handler.ts';
import { peopleOf, personView } from './people.ts';

/** Most rows the queue shows; the rest goes the same way. */
const SHOWN_MAX = 200;

/** What is written in a document rests on what was written before: one piece cannot be left out. */
const STAYS = contractError(
  'not_possible',
  'What was written in the post-mortem stays in it.',
  'Open the post-mortem and delete the words there.',
);

const isText = ({ entity }: Op) => /^post_mortem(_text)?$/.test(entityParts(entity).kind);

/** The ops of a lane but for the post-mortem, which goes only with the incident itself. */
function withoutText(db: Db, rows: readonly OutboxRow[]): readonly OpId[] {
  const ops = rows.map(({ op }) => opById(db, op)).filter((op) => op !== null);
  const isWhole = ops.some((op) => op.entity === 'incident' && Object.hasOwn(op.set, 'code'));
  const known = new Set(ops.filter((op) => !isWhole && isText(op)).map(({ id }) => id));
  return rows.map(({ op }) => op).filter((op) => !known.has(op));
}

type QueueCommands = Pick<
  CommandHandlers,
  'queue.cancel' | 'queue.discard' | 'queue.restore' | 'queue.edit'
>;

export const queueCommands: QueueCommands = {
  'queue.cancel': (context, { op }) => {
    const found = waiting(context.db, op);
    if (!found.ok) return found;
    if (isText(found.value)) return err(STAYS);
    return takeBack(context, found.value.incident, withDependents(context.db, found.value));
  },
  'queue.discard': (context, { incident }) => {
    const rows = laneRows(context.db, incident).filter((row) => row.state !== 'sending');
    // Of an incident that is not here there is no document to tear.
    const isKnown = incidentById(context.db, incident) !== null;
    const ops = isKnown ? withoutText(context.db, rows) : rows.map(({ op }) => op);
    return takeBack(context, incident, ops);
  },
  'queue.restore': (context, { ops: ids }) => {
    const { db, ports } = context;
    // Named twice, it is put back once.
    const ops = [...new Set(ids)]
      .filter((id) => isCancelled(db, id))
      .map((id) => opById(db, id))
      .filter((op) => op !== null);
    const mine = readAccount(db)?.user ?? null;
    const queuedAt = ports.clock.now();
    note(
      context,
      ops.map((op) => op.id),
      false,
    );
    inTransaction(db, () =>
      restoreOps(db, ops, ({ by }) => ({ account: isSlackUser(by) ? by : mine, queuedAt })),
    );
    announceChange(context, new Set(ops.map((op) => op.incident)));
    context.wake();
    return DONE;
  },
  'queue.edit': (context, { op: id, text: given }) => {
    const { db, ports } = context;
    const row = waiting(db, id);
    if (!row.ok) return row;
    const old = row.value;
    const found = queuedText(old.entity, old.set);
    if (found === null) {
      return err(
        contractError('invalid_input', 'There is no text in this change.', 'Cancel it instead.'),
      );
    }
    const checked = found.limits.safeParse(given);
    if (!checked.success) {
      return err(contractError('invalid_input', checked.error.issues[0]?.message ?? 'Shorten it.'));
    }
    const edited: Op = {
      ...old,
      id: newUlid({ now: ports.clock.now, random: ports.random }) as OpId,
      set: { ...old.set, [found.field]: checked.data ?? '' },
    };
    writeJournal(context, [edited, { op: old.id, cancelled: true }]);
    inTransaction(db, () => replaceOp(db, old, edited));
    announceChange(context, [old.incident]);
    context.wake();
    return ok({ op: edited.id });
  },
};

export const queueQueries: Pick<QueryHandlers, 'queue'> = {
  queue: (context) => {
    const { db } = context;
    const items = waitingRows(db, SHOWN_MAX)
      .map((row) => itemOf(db, row))
      .filter((item) => item !== null);
    return ok({
      items,
      images: waitingImages(db)
        .slice(0, SHOWN_MAX)
        .map((image) => queuedImage(db, image)),
      total: backlog(db, null).waiting,
      people: peopleOf(
        db,
        items.flatMap((item) => item.changes),
      ),
    });
  },
};

/** An op that can still be taken back or changed, or the words for why not. */
function waiting(db: Db, id: OpId): Answer<Op> {
  const row = outboxRow(db, id);
  const op = opById(db, id);
  if (row === null || op === null) {
    return err(
      contractError(
        'not_found',
        'This does not wait any more: Slack has it.',
        'Make another change to correct it.',
      ),
    );
  }
  if (row.state === 'sending') {
    return err(
      contractError(
        'too_late',
        'This is being sent right now.',
        'Try again in a moment, or make another change to correct it.',
      ),
    );
  }
  return ok(op);
}

function takeBack(
  context: HandlerContext,
  incident: IncidentId,
  ops: readonly OpId[],
): Answer<{ cancelled: OpId[] }> {
  note(context, ops, true);
  inTransaction(context.db, () => cancelOps(context.db, incident, ops));
  announceChange(context, [incident]);
  context.wake();
  return ok({ cancelled: [...ops] });
}

/**
 * In the journal first: a crash between the two is made good from there at the next start, while
 * the other way round a lost database would bring back, and send, what was taken back.
 */
function note(context: HandlerContext, ops: readonly OpId[], cancelled: boolean): void {
  writeJournal(
    context,
    ops.map((op) => ({ op, cancelled })),
  );
}

function queuedImage(db: Db, image: WaitingImage): QueuedImageT {
  const { incident, entry, hash: id, name, bytes, state, reason, hint } = image;
  const parked = state === 'refused' ? { reason: reason ?? '', hint: hint ?? '' } : null;
  return { incident, entry, title: titleOf(db, incident), id, name, bytes, parked };
}

/** `INC-7F3K Checkout errors`; null where the incident itself is not known here. */
function titleOf(db: Db, id: IncidentId): string | null {
  const incident = incidentById(db, id);
  return incident === null ? null : `${incident.code} ${incident.name}`;
}

function itemOf(db: Db, row: OutboxRow): QueueItemT | null {
  const logged = loggedOp(db, row.op);
  if (logged === null) return null;
  const { op, stamp } = logged;
  const found = queuedText(op.entity, op.set);
  const text = found === null ? null : op.set[found.field];
  return {
    op: op.id,
    incident: op.incident,
    title: titleOf(db, op.incident),
    at: stampMs(stamp),
    by: personView(db, op.by),
    changes: [...changesOf(op, (name) => valueBefore(db, logged, name))],
    state: row.state,
    parked: row.state === 'parked' ? { reason: row.reason ?? '', hint: row.hint ?? '' } : null,
    text: typeof text === 'string' ? text : null,
  };
}
