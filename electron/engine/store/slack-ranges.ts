import type { IncidentId } from '#shared/base/ids.ts';
import { all, type Db, get, run } from './database.ts';

/** Sorts before every `ts`: a range that begins here reaches the channel's first message. */
export const BEGINNING = '0';

/** A stretch of a channel, both ends included, that has been read without a gap. */
export type Range = { readonly oldest: string; readonly newest: string };

/** Notes a stretch as read; it grows together with those it touches. The caller holds the transaction. */
export function saveRange(db: Db, channel: string, { oldest, newest }: Range): void {
  const touching = 'channel = ? AND oldest <= ? AND newest >= ?';
  const held = get<{ oldest: string | null; newest: string | null }>(
    db,
    `SELECT min(oldest) AS oldest, max(newest) AS newest FROM slack_range WHERE ${touching}`,
    channel,
    newest,
    oldest,
  );
  run(db, `DELETE FROM slack_range WHERE ${touching}`, channel, newest, oldest);
  run(
    db,
    'INSERT INTO slack_range (channel, oldest, newest) VALUES (?, ?, ?)',
    channel,
    held?.oldest != null && held.oldest < oldest ? held.oldest : oldest,
    held?.newest != null && held.newest > newest ? held.newest : newest,
  );
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
  return (
    get<Range>(
      db,
      'SELECT oldest, newest FROM slack_range WHERE channel = ? ORDER BY newest DESC LIMIT 1',
      channel,
    ) ?? null
  );
}

/** Incidents whose channel has been begun and has a gap, and of which the rest is wanted. */
export function incidentsWithGaps(db: Db): IncidentId[] {
  return all<{ incident: IncidentId }>(
    db,
    `SELECT incident FROM slack_channel WHERE backfill = 1 AND (
       SELECT oldest FROM slack_range WHERE slack_range.channel = slack_channel.channel
       ORDER BY newest DESC LIMIT 1) <> '${BEGINNING}'`,
  ).map((row) => row.incident);
}
