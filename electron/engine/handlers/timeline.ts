import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { LINE_KINDS, type LineKind } from '#shared/domain/timeline.ts';
import { changesOf } from '#shared/ops/change-of.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import type { Db } from '../store/database.ts';
import { loggedOp, valueBefore } from '../store/ops.ts';
import { isWaiting } from '../store/outbox.ts';
import { nameOf } from '../store/people.ts';
import { channelOf } from '../store/slack-channels.ts';
import { messageAt } from '../store/slack-messages.ts';
import { type Line, linesBefore, type MarkedLine } from '../store/timeline.ts';
import { entryItem } from './entry.ts';
import { findIncident, type QueryHandlers } from './handler.ts';
import { messageText } from './message-text.ts';
import { peopleOf, personView } from './people.ts';

export const timelineQueries: Pick<QueryHandlers, 'timeline'> = {
  timeline: (context, { incident, before, limit, hidden = false, marked = false }) => {
    const { db } = context;
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const cursor = before === undefined ? null : readCursor(before);
    if (before !== undefined && cursor === null) {
      return err(contractError('invalid_input', 'This place in the timeline does not exist.'));
    }
    // One more than asked for tells whether there is anything older.
    const lines = linesBefore(db, incident, cursor, limit + 1, { hidden, marked });
    const shown = lines.length > limit ? lines.slice(1) : lines;
    const first = shown[0];
    const items = shown.map((line) => itemOf(db, incident, line)).filter((item) => item !== null);
    return ok({
      items,
      older: lines.length > limit && first !== undefined ? writeCursor(first) : null,
      people: peopleOf(
        db,
        items.flatMap((item) => (item.kind === 'change' ? item.changes : [])),
      ),
    });
  },
};

const CURSOR = new RegExp(`^(${LINE_KINDS.join('|')}) ([!-~]{1,60}) ([!-~]{1,60})$`);

const writeCursor = (line: Line) => `${line.kind} ${line.position} ${line.ref}`;

function readCursor(text: string): Line | null {
  const [, kind, position, ref] = CURSOR.exec(text) ?? [];
  if (kind === undefined || position === undefined || ref === undefined) return null;
  return { kind: kind as LineKind, position, ref };
}

type Bare<Item> = Item extends unknown ? Omit<Item, 'hidden' | 'marker'> : never;
type BareItem = Bare<TimelineItemT>;

function itemOf(db: Db, incident: IncidentId, line: MarkedLine): TimelineItemT | null {
  const { hidden, marker } = line;
  const item = lineItem(db, incident, line);
  return item === null ? null : { ...item, hidden, marker };
}

/** What a line says, without what people said about it; null when it is not here. */
export function lineItem(
  db: Db,
  incident: IncidentId,
  { kind, ref }: Pick<Line, 'kind' | 'ref'>,
): BareItem | null {
  switch (kind) {
    case 'change':
      return changeItem(db, incident, ref as OpId);
    case 'note':
      return entryItem(db, incident, ref);
    case 'message':
      return messageItem(db, incident, ref);
  }
}

function changeItem(db: Db, incident: IncidentId, id: OpId): BareItem | null {
  const logged = loggedOp(db, id);
  if (logged === null || logged.op.incident !== incident) return null;
  const { op, stamp } = logged;
  return {
    kind: 'change',
    id,
    at: stampMs(stamp),
    by: personView(db, op.by),
    changes: [...changesOf(op, (field) => valueBefore(db, logged, field))],
    waiting: isWaiting(db, id),
  };
}

function messageItem(db: Db, incident: IncidentId, ts: string): BareItem | null {
  const channel = channelOf(db, incident)?.channel ?? null;
  const message = channel === null ? null : messageAt(db, channel, ts);
  if (message === null) return null;
  return {
    kind: 'message',
    id: ts,
    at: tsMs(ts),
    by: personView(db, message.author),
    text: messageText(message.text, (ref) => nameOf(db, ref)),
    edited: message.edited,
  };
}
