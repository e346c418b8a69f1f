import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { all, type Db } from './database.ts';

/** For each op of an incident that Slack is known to have, the first message that carries it. */
export function carriers(db: Db, incident: IncidentId): ReadonlyMap<OpId, string> {
  const rows = all<{ id: OpId; ts: string }>(
    db,
    'SELECT id, slack_ts AS ts FROM op WHERE incident = ? AND slack_ts IS NOT NULL',
    incident,
  );
  return new Map(rows.map(({ id, ts }) => [id, ts]));
}

/** The newest messages of a channel that are mirrored here, `limit` at most, oldest first. */
export function newestMessages(db: Db, channel: string, limit: number): readonly string[] {
  return all<{ ts: string }>(
    db,
    'SELECT ts FROM slack_message WHERE channel = ? ORDER BY ts DESC LIMIT ?',
    channel,
    limit,
  )
    .map(({ ts }) => ts)
    .reverse();
}

/** Where an incident's messages stand in its timeline, by `ts`. */
export function messagePositions(db: Db, incident: IncidentId): ReadonlyMap<string, string> {
  const rows = all<{ ref: string; position: string }>(
    db,
    `SELECT ref, position FROM timeline WHERE incident = ? AND kind = 'message'`,
    incident,
  );
  return new Map(rows.map(({ ref, position }) => [ref, position]));
}
