import type { IncidentId } from '#shared/base/ids.ts';
import { all, type Db, get, remembered, run } from './database.ts';

/** Sorts before every `ts`: a range that begins here reaches the channel's first message. */
export const BEGINNING = '0';

/** A stretch of a channel, both ends included, that has been read without a gap. */
export type Range = { readonly oldest: string; readonly newest: string };

/** Notes a stretch as read; it grows together with those it touches. The caller holds the transaction. */
export function saveRange(db: Db, channel: string, { oldest, newest }: Range): void {
  const touching = 'channel = ? AND oldest <= ? AND newest >= ?';
  const held = get<{ count: number; oldest: string | null; newest: string | null }>(
    db,
    `SELECT count(*) AS count, min(oldest) AS oldest, max(newest) AS newest
     FROM slack_range WHERE ${touching}`,
    channel,
    newest,
    oldest,
  );
  const from = held?.oldest != null && held.oldest < oldest ? held.oldest : oldest;
  const to = held?.newest != null && held.newest > newest ? held.newest : newest;
  // Read once more and nothing new: nothing to write.
  if (held?.count === 1 && held.oldest === from && held.newest === to) return;
  run(db, `DELETE FROM slack_range WHERE ${touching}`, channel, newest, oldest);
  run(db, 'INSERT INTO slack_range (channel, oldest, newest) VALUES (?, ?, ?)', channel, from, to);
}

/** The stretches that have been read, the newest first. No two touch. */
export function rangesOf(db: Db, channel: string): Range[] {
  return all<Range>(
    db,
    'SELECT oldest, newest FROM slack_range WHERE channel = ? ORDER BY newest DESC',
    channel,
  );
}

/** The newest stretch, or null when nothing has been read. */
export function newestRange(db: Db, channel: string): Range | null {
  const sql =
    'SELECT oldest, newest FROM slack_range WHERE channel = ? ORDER BY newest DESC LIMIT 1';
  return remembered(db, `range ${channel}`, () => get<Range>(db, sql, channel) ?? null);
}

/** Incidents whose channel has been begun and has a gap, and of which the rest is wanted. */
export function incidentsWithGaps(db: Db): readonly IncidentId[] {
  const sql = `SELECT incident FROM slack_channel WHERE backfill = 1 AND (
       SELECT oldest FROM slack_range WHERE slack_range.channel = slack_channel.channel
       ORDER BY newest DESC LIMIT 1) <> '${BEGINNING}'`;
  return remembered(db, 'gaps', () =>
    all<{ incident: IncidentId }>(db, sql).map((row) => row.incident),
  );
}
