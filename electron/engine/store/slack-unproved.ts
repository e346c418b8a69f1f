import type { OpId } from '#shared/base/ids.ts';
import { all, type Db, get, remembered, run } from './database.ts';

/** Notes a post of this desktop: until a read shows it, nobody knows whether Slack kept its ops. */
export function noteUnproved(
  db: Db,
  channel: string,
  { ts, ops, account }: Omit<UnprovedPost, 'missed'>,
): void {
  for (const op of ops) {
    run(
      db,
      'INSERT INTO slack_unproved (channel, ts, op, account) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      channel,
      ts,
      op,
      account,
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

/** Such posts of a channel, the oldest first. */
export function unprovedIn(db: Db, channel: string): readonly UnprovedPost[] {
  type Row = Omit<UnprovedPost, 'ops'> & { readonly ops: string };
  const sql = `SELECT ts, group_concat(op) AS ops, account, max(missed) AS missed
     FROM slack_unproved WHERE channel = ? GROUP BY ts ORDER BY ts`;
  return remembered(db, `unproved ${channel}`, () =>
    all<Row>(db, sql, channel).map((row) => ({
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

/** The newest such post of a channel, or null. */
export function newestUnproved(db: Db, channel: string): string | null {
  const sql = 'SELECT max(ts) AS ts FROM slack_unproved WHERE channel = ?';
  return remembered(
    db,
    `newest unproved ${channel}`,
    () => get<{ ts: string | null }>(db, sql, channel)?.ts ?? null,
  );
}
