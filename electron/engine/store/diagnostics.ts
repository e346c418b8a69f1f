import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { IncidentId } from '#shared/base/ids.ts';
import { listBackups } from './backup.ts';
import { all, type Db, get } from './database.ts';
import { DATABASE_FILE } from './database-file.ts';
import type { OutboxState } from './outbox.ts';

/** How many changes wait in each state. */
export function outboxCounts(db: Db): ReadonlyMap<OutboxState, number> {
  const rows = all<{ state: OutboxState; count: number }>(
    db,
    'SELECT state, count(*) AS count FROM outbox GROUP BY state',
  );
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** How much there is of what waits elsewhere than in the queue. */
export function leftovers(db: Db): {
  readonly held: number;
  readonly unproved: number;
  readonly spare: number;
} {
  const none = { held: 0, unproved: 0, spare: 0 };
  return (
    get(
      db,
      `SELECT (SELECT count(*) FROM held_op) AS held,
         (SELECT count(DISTINCT op) FROM slack_unproved) AS unproved,
         (SELECT count(*) FROM slack_removal) AS spare`,
    ) ?? none
  );
}

/** The stretch of a channel that was read last, as `ts`, and when all of it was gone through. */
export type ReadSpan = {
  readonly incident: IncidentId;
  readonly name: string;
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly throughAt: number | null;
};

/** Channels by what was read of them, the newest first. */
export function readSpans(db: Db, limit: number): readonly ReadSpan[] {
  return all<ReadSpan>(
    db,
    `SELECT c.incident AS incident, c.name AS name, r.oldest AS oldest, r.newest AS newest,
       nullif(s.through_at, 0) AS throughAt
     FROM slack_channel c
     LEFT JOIN slack_range r ON r.channel = c.channel AND r.newest =
       (SELECT max(newest) FROM slack_range WHERE slack_range.channel = c.channel)
     LEFT JOIN slack_sweep s ON s.channel = c.channel
     WHERE c.channel IS NOT NULL ORDER BY r.newest DESC, c.incident LIMIT ?`,
    limit,
  );
}

/** The schema's version. */
export function schemaVersion(db: Db): number {
  return Number(db.sqlite.pragma('user_version', { simple: true }));
}

/** SQLite's own version. */
export function sqliteVersion(db: Db): string {
  return get<{ version: string }>(db, 'SELECT sqlite_version() AS version')?.version ?? '';
}

/** How large the files of a profile are, in bytes; null where there is none. */
export function profileFiles(profile: string): {
  readonly database: number | null;
  readonly wal: number | null;
  readonly journal: number | null;
  readonly log: number | null;
  readonly backups: number;
  readonly newestBackupAt: number | null;
} {
  const sizeOf = (...name: string[]) =>
    statSync(join(profile, ...name), { throwIfNoEntry: false })?.size ?? null;
  const backups = listBackups(profile);
  return {
    database: sizeOf(DATABASE_FILE),
    wal: sizeOf(`${DATABASE_FILE}-wal`),
    journal: sizeOf('journal.log'),
    log: sizeOf('logs', 'quarterdeck.log'),
    backups: backups.length,
    newestBackupAt: backups[0]?.takenAt ?? null,
  };
}
