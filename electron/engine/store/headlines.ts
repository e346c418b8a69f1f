import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { all, type Db, get, run } from './database.ts';

/**
 * `queued` waits; `sending` may have been posted (nobody knows after a crash, or an unclear answer);
 * `missed` was looked for once in vain; `refused` waits for a person.
 */
export type HeadlineState = 'queued' | 'sending' | 'missed' | 'refused';

/** A change that is to be told in the thread of its incident's announcement. */
export type Headline = {
  readonly op: OpId;
  readonly incident: IncidentId;
  readonly state: HeadlineState;
  /** ms since 1970. */
  readonly queuedAt: number;
};

const COLUMNS = 'op, incident, state, queued_at AS queuedAt';

/** Queues an op's headline once; `sending` where it may have been posted by an earlier life. */
export function queueHeadline(db: Db, headline: Headline): void {
  run(
    db,
    `INSERT INTO headline (op, incident, state, queued_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    headline.op,
    headline.incident,
    headline.state,
    headline.queuedAt,
  );
}

/** What an incident has to tell, in the order it was done; without what Slack refused. */
export function headlinesOf(db: Db, incident: IncidentId, limit: number): Headline[] {
  return all<Headline>(
    db,
    `SELECT ${COLUMNS} FROM headline WHERE incident = ? AND state <> 'refused'
     ORDER BY op LIMIT ?`,
    incident,
    limit,
  );
}

/** Incidents that have something to tell and a thread for it, once nothing of theirs is on its way. */
export function headlinesDue(db: Db): IncidentId[] {
  return all<{ incident: IncidentId }>(
    db,
    `SELECT DISTINCT incident FROM headline
     WHERE state <> 'refused'
       AND incident IN (SELECT incident FROM slack_channel WHERE root_ts IS NOT NULL)
       AND incident NOT IN
         (SELECT incident FROM outbox WHERE state IN ('queued', 'sending', 'unknown'))`,
  ).map((row) => row.incident);
}

export function setHeadlineState(db: Db, ops: readonly OpId[], state: HeadlineState): void {
  for (const op of ops) run(db, 'UPDATE headline SET state = ? WHERE op = ?', state, op);
}

/** After an old copy was put back: what it has still to tell may have been told since. */
export function doubtHeadlines(db: Db): void {
  run(db, `UPDATE headline SET state = 'sending' WHERE state IN ('queued', 'missed')`);
}

/** They are told, or need not be. */
export function dropHeadlines(db: Db, ops: readonly OpId[]): void {
  for (const op of ops) run(db, 'DELETE FROM headline WHERE op = ?', op);
}

/**
 * Lets go of what an incident's announcement says by itself: all that was in Slack before it, but for
 * updates.
 * @param ts of the announcement; null for one that is about to be posted
 */
export function dropAnnouncedHeadlines(db: Db, incident: IncidentId, ts: string | null): void {
  run(
    db,
    `DELETE FROM headline WHERE incident = ? AND op IN
       (SELECT id FROM op WHERE incident = ? AND entity NOT GLOB 'update:*'
          AND slack_ts <= coalesce(?, slack_ts))`,
    incident,
    incident,
    ts,
  );
}

/** All of an incident's: there is no thread for them. */
export function dropHeadlinesOf(db: Db, incident: IncidentId): void {
  run(db, 'DELETE FROM headline WHERE incident = ?', incident);
}

export function refuseHeadlines(
  db: Db,
  ops: readonly OpId[],
  why: { readonly message: string; readonly hint: string },
): void {
  for (const op of ops) {
    run(
      db,
      `UPDATE headline SET state = 'refused', reason = ?, hint = ? WHERE op = ?`,
      why.message,
      why.hint,
      op,
    );
  }
}

/**
 * A person says that what Slack refused may be tried again: of one incident, or of all. It is looked for
 * first: what was refused may have been the look for one that got there.
 */
export function retryHeadlines(db: Db, incident: IncidentId | null): void {
  run(
    db,
    `UPDATE headline SET state = 'sending', reason = NULL, hint = NULL
     WHERE state = 'refused' AND incident = coalesce(?, incident)`,
    incident,
  );
}

/** Why headlines of an incident are not in its announcement's thread, or null. */
export function headlineRefusal(
  db: Db,
  incident: IncidentId,
): { readonly message: string; readonly hint: string } | null {
  const row = get<{ message: string; hint: string }>(
    db,
    `SELECT reason AS message, hint FROM headline
     WHERE incident = ? AND state = 'refused' AND reason IS NOT NULL LIMIT 1`,
    incident,
  );
  return row ?? null;
}
