import { cutText } from '#shared/base/cut-text.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import { SLACK_TEXT_MAX, slackEntryId } from '#shared/domain/timeline.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import { commitEdits } from '../context.ts';
import { type EntryRecord, entryById, entryTexts } from '../store/entries.ts';
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
import { shown } from './message.ts';
import { personView } from './people.ts';

type EntryCommands = Pick<
  CommandHandlers,
  'note.add' | 'entry.edit' | 'entry.settle' | 'entry.curate'
>;

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
  'entry.settle': (context, { incident, entry, keep }) => {
    const found = findEntry(context, incident, entry);
    if (!found.ok) return found;
    const { channel, ts } = found.value;
    const message = channel === null || ts === null ? null : messageAt(context.db, channel, ts);
    if (message === null || message.gone) return err(NOTHING_TO_TAKE);
    // From now on it is this text that a change in Slack is told from.
    const source = cutText(message.text, SLACK_TEXT_MAX);
    const text = cutText(shown(context.db, message.text), SLACK_TEXT_MAX);
    if (keep === 'slack' && text.trim() === '') return err(NOTHING_IN_IT);
    edit(context, incident, `entry:${entry}`, keep === 'slack' ? { text, source } : { source });
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

const NOTHING_TO_TAKE = contractError(
  'not_possible',
  'There is no text of this in Slack to take.',
  'The entry keeps its own.',
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
