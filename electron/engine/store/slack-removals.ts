import type { IncidentId } from '#shared/base/ids.ts';
import { all, type Db, get, run } from './database.ts';

/**
 * A message of this account's that is to go, if it is still what it was: a `bare` one came through
 * without what it carried, a `spare` one carries only what an earlier one carries too.
 */
export type Removal = {
  readonly channel: string;
  readonly ts: string;
  readonly incident: IncidentId;
  readonly why: 'bare' | 'spare';
};

export function wantRemoved(db: Db, { channel, ts, incident, why }: Removal): void {
  run(
    db,
    `INSERT INTO slack_removal (channel, ts, incident, why) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    channel,
    ts,
    incident,
    why,
  );
}

/** Incidents with messages to take away. */
export function incidentsWithRemovals(db: Db): IncidentId[] {
  return all<{ incident: IncidentId }>(
    db,
    'SELECT DISTINCT incident FROM slack_removal ORDER BY incident',
  ).map((row) => row.incident);
}

export function nextRemoval(db: Db, incident: IncidentId): Removal | null {
  const row = get<Removal>(
    db,
    `SELECT channel, ts, incident, why FROM slack_removal WHERE incident = ?
     ORDER BY channel, ts LIMIT 1`,
    incident,
  );
  return row ?? null;
}

/** It is gone, or it stays. */
export function forgetRemoval(db: Db, { channel, ts }: Pick<Removal, 'channel' | 'ts'>): void {
  run(db, 'DELETE FROM slack_removal WHERE channel = ? AND ts = ?', channel, ts);
}
