import { claimIn } from '#shared/domain/image.ts';
import { all, type Db, get, remembered, run } from './database.ts';
import type { SlackFile } from './slack-messages.ts';

/**
 * `listed`: known, and nothing to fetch; `wanted`: to be fetched; `kept`: on this disk; `dropped`: was
 * there and made room for others; `refused`: cannot be had, `reason` says why.
 */
export type FileState = 'listed' | 'wanted' | 'kept' | 'dropped' | 'refused';

/** A file of a message, and what became of fetching it. */
export type FileRecord = SlackFile & {
  readonly channel: string;
  /** The first message that was seen to have it. */
  readonly ts: string;
  readonly state: FileState;
  /** What it is by its content; null while it is not here. */
  readonly type: string | null;
  readonly reason: string | null;
};

const COLUMNS = 'id, channel, ts, name, mimetype, size, url, state, type, reason';

/** Notes a file that a message names. One that was deleted in Slack is no longer wanted; a copy stays. */
export function noteFile(
  db: Db,
  file: Pick<FileRecord, keyof SlackFile | 'channel' | 'ts' | 'state'>,
): void {
  run(
    db,
    `INSERT INTO slack_file (id, channel, ts, name, mimetype, size, url, state, claim)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET url = excluded.url,
       state = CASE WHEN state = 'wanted' AND excluded.url IS NULL THEN 'listed'
                    WHEN state = 'listed' THEN excluded.state ELSE state END`,
    file.id,
    file.channel,
    file.ts,
    file.name,
    file.mimetype,
    Math.floor(file.size),
    file.url,
    file.state,
    claimIn(file.name),
  );
}

export function fileById(db: Db, id: string): FileRecord | null {
  return get<FileRecord>(db, `SELECT ${COLUMNS} FROM slack_file WHERE id = ?`, id) ?? null;
}

/**
 * The file of a channel to fetch next, the newest first; null when there is none.
 * @param now ms since 1970: one that failed has to wait its time
 */
export function nextWanted(db: Db, channel: string, now: number): FileRecord | null {
  return (
    get<FileRecord>(
      db,
      `SELECT ${COLUMNS} FROM slack_file
       WHERE channel = ? AND state = 'wanted' AND again_at <= ? ORDER BY ts DESC LIMIT 1`,
      channel,
      Math.floor(now),
    ) ?? null
  );
}

/** When a file of a channel is to be fetched, ms since 1970; null when none is. */
export function nextWantedAt(db: Db, channel: string): number | null {
  type Row = { readonly channel: string; readonly at: number };
  const due = remembered(db, 'wanted files', () => {
    const rows = all<Row>(
      db,
      `SELECT channel, min(again_at) AS at FROM slack_file WHERE state = 'wanted' GROUP BY channel`,
    );
    return new Map(rows.map((row) => [row.channel, row.at]));
  });
  return due.get(channel) ?? null;
}

/** @param kept its type and hash by content, its bytes, and when it came, ms since 1970 */
export function setFileKept(
  db: Db,
  id: string,
  kept: {
    readonly type: string;
    readonly hash: string;
    readonly bytes: number;
    readonly now: number;
  },
): void {
  run(
    db,
    `UPDATE slack_file SET state = 'kept', type = ?, hash = ?, bytes = ?, used_at = ?, reason = NULL
     WHERE id = ?`,
    kept.type,
    kept.hash,
    kept.bytes,
    Math.floor(kept.now),
    id,
  );
}

export function setFileState(db: Db, id: string, state: FileState, reason: string | null): void {
  run(
    db,
    `UPDATE slack_file SET state = ?, reason = ?, bytes = 0, type = NULL WHERE id = ?`,
    state,
    reason,
    id,
  );
}

/** Has a file tried again later. @param at ms since 1970 */
export function setFileAgain(db: Db, id: string, at: number, reason: string): void {
  run(
    db,
    'UPDATE slack_file SET again_at = ?, reason = ? WHERE id = ?',
    Math.floor(at),
    reason,
    id,
  );
}

/** Somebody looked at a kept file. @param now ms since 1970 */
export function setFileUsed(db: Db, id: string, now: number): void {
  run(db, 'UPDATE slack_file SET used_at = ? WHERE id = ?', Math.floor(now), id);
}

/** Kept files, the one that was not looked at for longest first. */
export function keptFiles(db: Db): { readonly id: string; readonly bytes: number }[] {
  return all(db, `SELECT id, bytes FROM slack_file WHERE state = 'kept' ORDER BY used_at, id`);
}

/** Bytes of all that is kept. */
export function keptBytes(db: Db): number {
  const row = get<{ bytes: number | null }>(
    db,
    `SELECT sum(bytes) AS bytes FROM slack_file WHERE state = 'kept'`,
  );
  return row?.bytes ?? 0;
}
