import { cutText } from '#shared/base/cut-text.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { SLACK_TEXT_MAX, slackEntryId } from '#shared/domain/timeline.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import { commitEdits } from '../context.ts';
import type { Db } from '../store/database.ts';
import { type EntryRecord, entryById, entryTexts } from '../store/entries.ts';
import { loggedOp } from '../store/ops.ts';
import { isWaiting } from '../store/outbox.ts';
import { nameOf } from '../store/people.ts';
import { channelOf } from '../store/slack-channels.ts';
import { messageAt } from '../store/slack-messages.ts';
import { edit, present } from './edit.ts';
import {
  type Answer,
  type CommandHandlers,
  DONE,
  findIncident,
  type HandlerContext,
  type QueryHandlers,
} from './handler.ts';
import { messageText } from './message-text.ts';
import { personView } from './people.ts';

type EntryCommands = Pick<CommandHandlers, 'note.add' | 'entry.edit' | 'entry.curate'>;

export const entryCommands: EntryCommands = {
  'note.add': (context, { incident, entry, text, happenedAt }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    if (entryById(context.db, incident, entry) !== null) return DONE;
    const set = { kind: 'note', text, ...present({ happenedAt }) };
    commitEdits(context, incident, [{ entity: `entry:${entry}`, set }]);
    return DONE;
  },
  'entry.edit': (context, { incident, entry, text, happenedAt }) => {
    const found = findEntry(context, incident, entry);
    if (!found.ok) return found;
    edit(context, incident, `entry:${entry}`, { text, happenedAt });
    return DONE;
  },
  'entry.curate': (context, { incident, ts }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const channel = channelOf(context.db, incident)?.channel ?? null;
    const message = channel === null ? null : messageAt(context.db, channel, ts);
    if (channel === null || message === null) return err(NO_MESSAGE);
    const entry = slackEntryId(channel, ts);
    if (entryById(context.db, incident, entry) !== null) return DONE;
    const text = cutText(shown(context.db, message.text), SLACK_TEXT_MAX);
    if (text.trim() === '') return err(NOTHING_IN_IT);
    const source = message.text === text ? null : cutText(message.text, SLACK_TEXT_MAX);
    const set = { kind: 'slack', text, channel, ts, author: message.author };
    const edits = { entity: `entry:${entry}`, set: { ...set, ...present({ source }) } };
    commitEdits(context, incident, [edits]);
    return DONE;
  },
};

const NO_MESSAGE = contractError(
  'not_found',
  'This message is not on this desktop.',
  'Wait until it was read from Slack.',
);
const NOTHING_IN_IT = contractError(
  'not_possible',
  'There is no text in this message.',
  'Write a note about it instead.',
);

function findEntry(context: HandlerContext, incident: IncidentId, id: string): Answer<EntryRecord> {
  const found = findIncident(context, incident);
  if (!found.ok) return found;
  const entry = entryById(context.db, incident, id);
  if (entry !== null) return ok(entry);
  return err(
    contractError('not_found', 'This entry is not on this desktop.', 'Open the incident again.'),
  );
}

export const entryQueries: Pick<QueryHandlers, 'entry-history'> = {
  'entry-history': (context, { incident, entry }) => {
    const found = findEntry(context, incident, entry);
    if (!found.ok) return found;
    const versions = entryTexts(context.db, incident, entry).map(({ text, stamp, by }) => ({
      text,
      at: stampMs(stamp),
      by: personView(context.db, by),
    }));
    return ok({ versions });
  },
};

type NoteItem = Omit<Extract<TimelineItemT, { kind: 'note' }>, 'hidden' | 'marker'>;

/** An entry as the timeline shows it. */
export function entryItem(db: Db, incident: IncidentId, id: string): NoteItem | null {
  const entry = entryById(db, incident, id);
  const logged = entry === null ? null : loggedOp(db, entry.op);
  if (entry === null || logged === null) return null;
  const { op, stamp } = logged;
  return {
    kind: 'note',
    id,
    at: entry.happenedAt,
    writtenAt: stampMs(stamp),
    by: personView(db, entry.author ?? op.by),
    text: entry.text === '' ? `A newer Quarterdeck wrote this (${entry.kind})` : entry.text,
    edited: entry.edited,
    slack: originOf(db, incident, entry),
    waiting: isWaiting(db, op.id),
  };
}

/** Where it was taken over from: it keeps its text, and says what stands there now. */
function originOf(db: Db, incident: IncidentId, entry: EntryRecord): NoteItem['slack'] {
  const { channel, ts } = entry;
  if (channel === null || ts === null) return null;
  const source = entry.source ?? entryTexts(db, incident, entry.id)[0]?.text ?? entry.text;
  const message = messageAt(db, channel, ts);
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

const shown = (db: Db, raw: string) => messageText(raw, (ref) => nameOf(db, ref));
