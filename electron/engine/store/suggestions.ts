import type { IncidentId } from '#shared/base/ids.ts';
import type { Scored } from '#shared/domain/suggestion.ts';
import { all, type Db, run } from './database.ts';

/** A message that nobody answered yet, as far as it is scored. */
export type Candidate = Scored & { readonly ts: string; readonly thread: string | null };

/**
 * Messages of an incident's channel that may be suggested, the newest first: not taken over, not
 * hidden, not waved aside, and still in Slack.
 * @param before only those of an earlier `ts`; null for the newest
 */
export function candidatesOf(
  db: Db,
  incident: IncidentId,
  channel: string,
  before: string | null,
  limit: number,
): Candidate[] {
  type Row = Pick<Candidate, 'ts' | 'text' | 'thread'> & {
    readonly pinned: number;
    readonly reactions: number;
    readonly images: number;
  };
  return all<Row>(
    db,
    `SELECT ts, text, thread, pinned,
       (SELECT coalesce(sum(value ->> 'count'), 0) FROM json_each(reactions)) AS reactions,
       (SELECT count(*) FROM json_each(files) WHERE value ->> 'mimetype' LIKE 'image/%') AS images
     FROM slack_message AS message
     WHERE channel = ? AND ts < ? AND kind = 'message' AND gone = 0
       AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.incident = ? AND entry.ts = message.ts)
       AND NOT EXISTS (SELECT 1 FROM suggestion_dismissed AS aside
         WHERE aside.channel = message.channel AND aside.ts = message.ts)
       AND NOT EXISTS (SELECT 1 FROM line_mark AS mark WHERE mark.incident = ?
         AND mark.kind = 'message' AND mark.ref = message.ts AND mark.hidden = 1)
     ORDER BY ts DESC LIMIT ?`,
    channel,
    before ?? LAST_TS,
    incident,
    incident,
    limit,
  ).map(({ pinned, images, ...row }) => ({ ...row, isPinned: pinned === 1, hasImage: images > 0 }));
}

/** Sorts behind every `ts` there will be. */
const LAST_TS = '99999999999.999999';

export function dismissSuggestion(db: Db, channel: string, ts: string, dismissed: boolean): void {
  const sql = dismissed
    ? 'INSERT INTO suggestion_dismissed (channel, ts) VALUES (?, ?) ON CONFLICT DO NOTHING'
    : 'DELETE FROM suggestion_dismissed WHERE channel = ? AND ts = ?';
  run(db, sql, channel, ts);
}
