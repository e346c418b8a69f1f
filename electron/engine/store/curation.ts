import { z } from 'zod';
import { type Curation, DEFAULT_CURATION } from '#shared/domain/curation.ts';
import { MARKERS } from '#shared/domain/timeline.ts';
import { all, type Db } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

const SETTING = 'curation';
const Marked = z.enum(MARKERS);
const Chosen = z.object({
  pins: Marked.nullable(),
  reactions: z.array(z.object({ name: z.string(), marker: Marked })),
});

/** What pins and reactions stand for on this desktop. */
export function curationOf(db: Db): Curation {
  return readSetting(db, SETTING, Chosen) ?? DEFAULT_CURATION;
}

export function chooseCuration(db: Db, curation: Curation): void {
  writeSetting(db, SETTING, curation);
}

/** A message that people pinned or put reactions under. */
export type Noted = {
  readonly ts: string;
  readonly pinned: boolean;
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
};

/** Which noted messages are wanted. */
export type NotedChoice = {
  readonly pins: boolean;
  /** Names of emojis; one with a skin tone counts as well. */
  readonly reactions: readonly string[];
  /** Only reactions among which this person's is; null: anybody's. */
  readonly user: string | null;
};

/** Those of a channel that nobody took over yet and that stand in Slack, oldest first. */
export function notedMessages(
  db: Db,
  channel: string,
  { pins, reactions, user }: NotedChoice,
  limit: number,
): Noted[] {
  // The text of the JSON is searched, and what is found is looked at again by whoever asks.
  const named = reactions.map(() => 'instr(reactions, ?) > 0').join(' OR ');
  return all<{ ts: string; pinned: number; reactions: string }>(
    db,
    `SELECT ts, pinned, reactions FROM slack_message AS message
     WHERE channel = ? AND (pinned = 1 OR reactions <> '[]') AND kind = 'message' AND gone = 0
       AND text <> '' AND (${pins ? 'pinned = 1' : 'false'} OR ((${named || 'false'}) AND instr(reactions, ?) > 0))
       AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.ts = message.ts AND entry.channel = message.channel)
     ORDER BY ts LIMIT ?`,
    channel,
    ...reactions.map((name) => `"name":"${name}`),
    user === null ? '' : JSON.stringify(user),
    limit,
  ).map((row) => ({
    ts: row.ts,
    pinned: row.pinned === 1,
    reactions: JSON.parse(row.reactions) as Noted['reactions'],
  }));
}
