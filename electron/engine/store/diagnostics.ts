import type { IncidentId } from '#shared/base/ids.ts';
import { all, type Db, get } from './database.ts';
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
