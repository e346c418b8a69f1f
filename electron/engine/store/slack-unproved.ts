import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { all, type Db, get, remembered, run } from './database.ts';

/**
 * Notes a post of this desktop: until a read shows it, nobody knows whether Slack kept its ops.
 * @param thread its root where it is a reply, which a read of the channel does not show
 */
export function noteUnproved(
  db: Db,
  channel: string,
  thread: string | null,
  { ts, ops, account }: Omit<UnprovedPost, 'missed'>,
): void {
  for (const op of ops) {
    run(
      db,
      `INSERT INTO slack_unproved (channel, ts, op, account, thread) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      channel,
      ts,
      op,
      account,
      thread,
    );
  }
}

/** A post that no read has shown yet. */
export type UnprovedPost = {
  readonly ts: string;
  readonly ops: readonly OpId[];
  /** The Slack account it was posted under. */
  readonly account: string;
  /** Reads in a row that should have shown it. */
  readonly missed: number;
};

/** Such posts of a channel itself (null), or of one of its threads; the oldest first. */
export function unprovedIn(
  db: Db,
  channel: string,
  thread: string | null,
): readonly UnprovedPost[] {
  type Row = Omit<UnprovedPost, 'ops'> & { readonly ops: string };
  const sql = `SELECT ts, group_concat(op) AS ops, account, max(missed) AS missed
     FROM slack_unproved WHERE channel = ? AND thread IS ? GROUP BY ts ORDER BY ts`;
  return remembered(db, `unproved ${channel} ${thread}`, () =>
    all<Row>(db, sql, channel, thread).map((row) => ({
      ...row,
      ops: row.ops.split(',').sort() as OpId[],
    })),
  );
}

/** A read that should have shown a post did not. */
export function missUnproved(db: Db, channel: string, ts: string): void {
  run(
    db,
    'UPDATE slack_unproved SET missed = missed + 1 WHERE channel = ? AND ts = ?',
    channel,
    ts,
  );
}

/** It is known what became of the post. */
export function forgetUnproved(db: Db, channel: string, ts: string): void {
  run(db, 'DELETE FROM slack_unproved WHERE channel = ? AND ts = ?', channel, ts);
}

/** The newest such post of a channel itself, or of one of its threads; or null. */
export function newestUnproved(
  db: Db,
  channel: string,
  thread: string | null = null,
): string | null {
  const sql = 'SELECT max(ts) AS ts FROM slack_unproved WHERE channel = ? AND thread IS ?';
  return remembered(
    db,
    `newest unproved ${channel} ${thread}`,
    () => get<{ ts: string | null }>(db, sql, channel, thread)?.ts ?? null,
  );
}

/** Posts that a read should have shown and did not, and whose ops are not on their way again. */
const DOUBTFUL = `missed > 0 AND op NOT IN (SELECT op FROM outbox)`;

/** The newest post of a channel that was missed once, so that it has to be looked for again; or null. */
export function newestMissed(db: Db, channel: string): string | null {
  const sql = `SELECT max(ts) AS ts FROM slack_unproved WHERE channel = ? AND ${DOUBTFUL}`;
  return get<{ ts: string | null }>(db, sql, channel)?.ts ?? null;
}

/** Incidents that have such posts. */
export function incidentsWithMissed(db: Db): readonly IncidentId[] {
  const sql = `SELECT DISTINCT incident FROM slack_channel JOIN slack_unproved USING (channel)
    WHERE ${DOUBTFUL}`;
  return remembered(db, 'missed', () =>
    all<{ incident: IncidentId }>(db, sql).map((row) => row.incident),
  );
}
