import { all, type Db, get, remembered, run } from './database.ts';

/**
 * Notes how a thread stands, as its root tells: how many replies, and the latest. It is due for
 * reading while this differs from how it stood when it was read. Tells whether it moved.
 */
export function saveThread(db: Db, channel: string, root: string, state: string): boolean {
  const changes = run(
    db,
    `INSERT INTO slack_thread (channel, root, state) VALUES (?, ?, ?)
     ON CONFLICT (channel, root) DO UPDATE SET state = excluded.state
     WHERE slack_thread.state <> excluded.state`,
    channel,
    root,
    state,
  );
  return changes > 0;
}

/** How a thread stands, or null for a message that never had replies. */
export function threadState(db: Db, channel: string, root: string): string | null {
  const row = get<{ state: string }>(
    db,
    'SELECT state FROM slack_thread WHERE channel = ? AND root = ?',
    channel,
    root,
  );
  return row?.state ?? null;
}

/** Set before a state that was not met: the read lagged, or Slack counts what it does not show. */
const NOT_MET = '~';

/**
 * Roots of threads that are due, the newest first. One that did not show what its root tells is due
 * again only when it was read before a moment.
 * @param again ms since 1970
 */
export function dueThreads(db: Db, channel: string, limit: number, again: number): string[] {
  return all<{ root: string }>(
    db,
    `SELECT root FROM slack_thread WHERE channel = ? AND read_state IS NOT state
       AND NOT (read_state IS '${NOT_MET}' || state AND read_at > ?)
     ORDER BY root DESC LIMIT ?`,
    channel,
    again,
    limit,
  ).map((row) => row.root);
}

/**
 * When a thread of a channel can be due: every one that was read before this moment, in ms since
 * 1970. Null while none is.
 */
export function threadsDueFrom(db: Db, channel: string): number | null {
  const sql = `SELECT min(CASE WHEN read_state IS '${NOT_MET}' || state THEN read_at ELSE 0 END) AS since
     FROM slack_thread WHERE channel = ? AND read_state IS NOT state`;
  return remembered(
    db,
    `threads ${channel}`,
    () => get<{ since: number | null }>(db, sql, channel)?.since ?? null,
  );
}

/**
 * A thread was read whole.
 * @param state what its root told then
 * @param isMet whether the read showed that, too
 * @param now ms since 1970
 */
export function setThreadRead(db: Db, { channel, root, state, isMet, now }: ThreadRead): void {
  run(
    db,
    'UPDATE slack_thread SET read_state = ?, read_at = ? WHERE channel = ? AND root = ?',
    isMet ? state : NOT_MET + state,
    now,
    channel,
    root,
  );
}

export type ThreadRead = {
  readonly channel: string;
  readonly root: string;
  readonly state: string;
  readonly isMet: boolean;
  readonly now: number;
};

/** How a thread stands in the mirror, as its root would tell it. */
export function mirroredState(db: Db, channel: string, root: string): string {
  const row = get<{ replies: number; latest: string | null }>(
    db,
    `SELECT count(*) AS replies, max(ts) AS latest FROM slack_message
     WHERE channel = ? AND thread = ? AND gone = 0`,
    channel,
    root,
  );
  return `${row?.replies ?? 0} ${row?.latest ?? ''}`;
}

/** Has a thread read again, whatever its root says: an edit of a reply moves nothing there. */
export function setThreadDue(db: Db, channel: string, root: string): void {
  run(
    db,
    'UPDATE slack_thread SET read_state = NULL WHERE channel = ? AND root = ?',
    channel,
    root,
  );
}

/** The same for all threads from one message on, up to another, that were last read before a moment. */
export function setThreadsDue(
  db: Db,
  channel: string,
  { oldest, before }: { readonly oldest: string; readonly before: string },
  readBefore: number,
): void {
  run(
    db,
    `UPDATE slack_thread SET read_state = NULL
     WHERE channel = ? AND root >= ? AND root < ? AND read_at < ?`,
    channel,
    oldest,
    before,
    readBefore,
  );
}
