import type { IncidentId } from '#shared/base/ids.ts';
import type { FileViewT, TimelineItemT } from '#shared/contract/views.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import type { Db } from '../store/database.ts';
import { nameOf } from '../store/people.ts';
import { channelOf } from '../store/slack-channels.ts';
import { type FileState, fileById } from '../store/slack-files.ts';
import { messageAt, type SlackFile } from '../store/slack-messages.ts';
import { messageText } from './message-text.ts';
import { personView } from './people.ts';

type MessageItem = Omit<Extract<TimelineItemT, { kind: 'message' }>, 'hidden' | 'marker'>;

/** A message as the timeline shows it, while nobody has taken it over. */
export function messageItem(db: Db, incident: IncidentId, ts: string): MessageItem | null {
  const channel = channelOf(db, incident)?.channel ?? null;
  const message = channel === null ? null : messageAt(db, channel, ts);
  if (channel === null || message === null) return null;
  return {
    kind: 'message',
    id: ts,
    at: tsMs(ts),
    by: personView(db, message.author),
    channel,
    text: shown(db, message.text),
    slackText: message.text,
    edited: message.edited,
    gone: message.gone,
    files: filesOf(db, message.files),
  };
}

/** A text of Slack's as plain text, with the names that people have here. */
export const shown = (db: Db, raw: string): string => messageText(raw, (ref) => nameOf(db, ref));

/** Files of a message, as far as they can be seen here. */
export function filesOf(db: Db, files: readonly SlackFile[]): FileViewT[] {
  return files.map(({ id, name, size }) => ({
    id,
    name,
    size,
    image: IMAGES[fileById(db, id)?.state ?? 'listed'],
    width: null,
    height: null,
  }));
}

/** One that made room for others is fetched again when it is asked for. */
export const IMAGES: Readonly<Record<FileState, FileViewT['image']>> = {
  kept: 'here',
  dropped: 'here',
  wanted: 'coming',
  listed: 'none',
  refused: 'none',
};
