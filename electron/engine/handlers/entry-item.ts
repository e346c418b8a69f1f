import type { IncidentId } from '#shared/base/ids.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import type { Db } from '../store/database.ts';
import {
  type EntryRecord,
  type EntryText,
  entryById,
  entryMoves,
  entryTexts,
} from '../store/entries.ts';
import { loggedOp } from '../store/ops.ts';
import { isWaiting } from '../store/outbox.ts';
import { messageAt, type SlackMessage } from '../store/slack-messages.ts';
import { imageFile } from './entry-image.ts';
import { filesOf, shown } from './message.ts';
import { personView } from './people.ts';

type NoteItem = Omit<Extract<TimelineItemT, { kind: 'note' }>, 'hidden' | 'marker'>;

/** An entry as the timeline shows it. */
export function entryItem(db: Db, incident: IncidentId, id: string): NoteItem | null {
  const entry = entryById(db, incident, id);
  const logged = entry === null ? null : loggedOp(db, entry.op);
  if (entry === null || logged === null) return null;
  const { op, stamp } = logged;
  const message = messageOf(db, entry);
  const image = imageFile(db, incident, id);
  // Most entries have one text, which is here already.
  const texts = entry.edited ? entryTexts(db, incident, id) : [];
  const source = entry.source ?? texts[0]?.text ?? entry.text;
  return {
    kind: 'note',
    id,
    at: entry.happenedAt,
    writtenAt: stampMs(stamp),
    by: personView(db, entry.author ?? op.by),
    text:
      entry.text === '' && image === null
        ? `A newer Quarterdeck wrote this (${entry.kind})`
        : entry.text,
    // Cut to the same length, or edited: then the two are not the same text.
    slackText: entry.ts !== null && shown(db, source) === entry.text ? source : null,
    edited: entry.edited,
    editedBy: editedBy(db, texts),
    movedBy: movedBy(db, incident, entry, stampMs(stamp)),
    slack: originOf(db, entry, source, message),
    files: image === null ? filesOf(db, message?.files ?? []) : [image.file],
    waiting: isWaiting(db, op.id) || (image?.waiting ?? false),
  };
}

function messageOf(db: Db, { channel, ts }: EntryRecord): SlackMessage | null {
  return channel === null || ts === null ? null : messageAt(db, channel, ts);
}

function editedBy(db: Db, texts: readonly EntryText[]): NoteItem['editedBy'] {
  const last = texts.at(-1);
  if (last === undefined) return null;
  return { by: personView(db, last.by), at: stampMs(last.stamp) };
}

/** Who moved an entry to its time. One that was made for another time than now was not moved. */
function movedBy(
  db: Db,
  incident: IncidentId,
  entry: EntryRecord,
  writtenAt: number,
): NoteItem['movedBy'] {
  const own = entry.ts === null ? writtenAt : tsMs(entry.ts);
  if (entry.happenedAt === own) return null;
  const moves = entryMoves(db, incident, entry.id);
  const last = moves.at(-1);
  if (last === undefined || last.op === entry.op) return null;
  // What a moved entry is told from is the time it had first.
  const first = moves.find((move) => move.op === entry.op)?.to ?? own;
  return { by: personView(db, last.by), at: stampMs(last.stamp), from: first };
}

/** Where it was taken over from: it keeps its text, and says what stands there now. */
function originOf(
  db: Db,
  { channel, ts }: EntryRecord,
  source: string,
  message: SlackMessage | null,
): NoteItem['slack'] {
  if (channel === null || ts === null) return null;
  const gone = message?.gone ?? false;
  const now = message === null || gone ? null : message.text;
  return {
    channel,
    ts,
    text: shown(db, source),
    now: now === null ? null : shown(db, now),
    changed: now !== null && now !== source,
    gone,
  };
}
