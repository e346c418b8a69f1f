import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { changesOf } from '#shared/ops/change-of.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import { commitEdits } from '../context.ts';
import type { Db } from '../store/database.ts';
import { loggedOp, valueBefore } from '../store/ops.ts';
import { isWaiting } from '../store/outbox.ts';
import { nameOf } from '../store/people.ts';
import { channelOf } from '../store/slack-channels.ts';
import { messageAt } from '../store/slack-messages.ts';
import { entryById, type Line, type LineKind, linesBefore } from '../store/timeline.ts';
import { type CommandHandlers, DONE, findIncident, type QueryHandlers } from './handler.ts';
import { messageText } from './message-text.ts';
import { peopleOf, personView } from './people.ts';

export const timelineCommands: Pick<CommandHandlers, 'note.add'> = {
  'note.add': (context, { incident, entry, text }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    if (entryById(context.db, incident, entry) !== null) return DONE;
    commitEdits(context, incident, [{ entity: `entry:${entry}`, set: { kind: 'note', text } }]);
    return DONE;
  },
};

export const timelineQueries: Pick<QueryHandlers, 'timeline'> = {
  timeline: (context, { incident, before, limit }) => {
    const { db } = context;
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const cursor = before === undefined ? null : readCursor(before);
    if (before !== undefined && cursor === null) {
      return err(contractError('invalid_input', 'This place in the timeline does not exist.'));
    }
    // One more than asked for tells whether there is anything older.
    const lines = linesBefore(db, incident, cursor, limit + 1);
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

const CURSOR = /^(change|note|message) ([!-~]{1,60}) ([!-~]{1,60})$/;

const writeCursor = (line: Line) => `${line.kind} ${line.position} ${line.ref}`;

function readCursor(text: string): Line | null {
  const [, kind, position, ref] = CURSOR.exec(text) ?? [];
  if (kind === undefined || position === undefined || ref === undefined) return null;
  return { kind: kind as LineKind, position, ref };
}

function itemOf(db: Db, incident: IncidentId, line: Line): TimelineItemT | null {
  switch (line.kind) {
    case 'change':
      return changeItem(db, line.ref as OpId);
    case 'note':
      return noteItem(db, incident, line.ref);
    case 'message':
      return messageItem(db, incident, line.ref);
  }
}

function changeItem(db: Db, id: OpId): TimelineItemT | null {
  const logged = loggedOp(db, id);
  if (logged === null) return null;
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

function noteItem(db: Db, incident: IncidentId, id: string): TimelineItemT | null {
  const entry = entryById(db, incident, id);
  const logged = entry === null ? null : loggedOp(db, entry.op);
  if (entry === null || logged === null) return null;
  const { op, stamp } = logged;
  return {
    kind: 'note',
    id,
    at: stampMs(stamp),
    by: personView(db, op.by),
    text: entry.text,
    waiting: isWaiting(db, op.id),
  };
}

function messageItem(db: Db, incident: IncidentId, ts: string): TimelineItemT | null {
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
