import { all, type Db, get, run } from './database.ts';

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

/** Roots of threads that are due, the newest first. */
export function dueThreads(db: Db, channel: string, limit: number): string[] {
  return all<{ root: string }>(
    db,
    `SELECT root FROM slack_thread WHERE channel = ? AND read_state IS NOT state
     ORDER BY root DESC LIMIT ?`,
    channel,
    limit,
  ).map((row) => row.root);
}

/**
 * A thread was read whole, as it stood then.
 * @param now ms since 1970
 */
export function setThreadRead(
  db: Db,
  channel: string,
  root: string,
  state: string,
  now: number,
): void {
  run(
    db,
    'UPDATE slack_thread SET read_state = ?, read_at = ? WHERE channel = ? AND root = ?',
    state,
    now,
    channel,
    root,
  );
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

/** The same for all threads between two messages that were last read before a moment. */
export function setThreadsDue(
  db: Db,
  channel: string,
  { oldest, newest }: { readonly oldest: string; readonly newest: string },
  before: number,
): void {
  run(
    db,
    `UPDATE slack_thread SET read_state = NULL
     WHERE channel = ? AND root BETWEEN ? AND ? AND read_at < ?`,
    channel,
    oldest,
    newest,
    before,
  );
}
