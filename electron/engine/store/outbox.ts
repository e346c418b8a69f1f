import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { all, type Db, get, remembered, run } from './database.ts';
import { waitingImages } from './image-uploads.ts';

/**
 * `queued` waits its turn; `sending` was handed to the network and not answered yet; `unknown` may or
 * may not have arrived and is settled by reading; `parked` waits for a person. What was sent has left
 * the outbox (the op knows its message), and so has what was cancelled (the op is marked so).
 */
export type OutboxState = 'queued' | 'sending' | 'unknown' | 'parked';

export type OutboxRow = {
  readonly seq: number;
  readonly op: OpId;
  readonly incident: IncidentId;
  /** The Slack account it was made under; null when made before any was connected. */
  readonly account: string | null;
  readonly state: OutboxState;
  readonly queuedAt: number;
  readonly reason: string | null;
  readonly hint: string | null;
};

const COLUMNS = 'seq, op, incident, account, state, queued_at AS queuedAt, reason, hint';

export function enqueue(
  db: Db,
  row: Pick<OutboxRow, 'op' | 'incident' | 'account' | 'queuedAt'>,
): void {
  run(
    db,
    `INSERT INTO outbox (op, incident, account, state, queued_at) VALUES (?, ?, ?, 'queued', ?)`,
    row.op,
    row.incident,
    row.account,
    row.queuedAt,
  );
}

/** Queues what may be in Slack already: it is looked for there before it is sent. */
export function enqueueDoubtful(
  db: Db,
  row: Pick<OutboxRow, 'op' | 'incident' | 'account' | 'queuedAt'>,
): void {
  run(
    db,
    `INSERT INTO outbox (op, incident, account, state, queued_at)
     VALUES (?, ?, ?, 'unknown', ?) ON CONFLICT DO NOTHING`,
    row.op,
    row.incident,
    row.account,
    row.queuedAt,
  );
}

/**
 * Puts ops back, before all that waits: they were taken for sent and have to be sent again, in this
 * order. Looked for in Slack once more, as whatever may be there.
 */
export function enqueueAgain(
  db: Db,
  rows: readonly Pick<OutboxRow, 'op' | 'incident' | 'account' | 'queuedAt'>[],
): void {
  for (const row of rows.toReversed()) {
    run(
      db,
      `INSERT INTO outbox (seq, op, incident, account, state, queued_at)
       VALUES ((SELECT coalesce(min(seq), 1) - 1 FROM outbox), ?, ?, ?, 'unknown', ?)
       ON CONFLICT DO NOTHING`,
      row.op,
      row.incident,
      row.account,
      row.queuedAt,
    );
  }
}

/** The lane of an incident, oldest first, `limit` rows at most. */
export function lane(db: Db, incident: IncidentId, limit: number): OutboxRow[] {
  return all<OutboxRow>(
    db,
    `SELECT ${COLUMNS} FROM outbox WHERE incident = ? ORDER BY seq LIMIT ?`,
    incident,
    limit,
  );
}

/**
 * Incidents whose first op another desktop will send. Where each of two desktops holds later ops of
 * the other, neither waits.
 */
const AWAITED = `SELECT incident FROM held_op AS held WHERE op =
  (SELECT id FROM op WHERE op.incident = held.incident ORDER BY stamp, id LIMIT 1)`;

/**
 * Incidents with something to send, the longest waiting first. A parked lane waits for a person, and
 * one whose declaration came in a bundle for the desktop that declared it.
 */
export function lanesWithWork(db: Db): readonly IncidentId[] {
  const sql = `SELECT incident FROM outbox WHERE incident NOT IN (${AWAITED})
     GROUP BY incident HAVING sum(state = 'parked') = 0 ORDER BY min(seq)`;
  return remembered(db, 'lanes', () =>
    all<{ incident: IncidentId }>(db, sql).map((row) => row.incident),
  );
}

export function setOutboxState(db: Db, ops: readonly OpId[], state: OutboxState): void {
  for (const op of ops) {
    run(db, 'UPDATE outbox SET state = ?, reason = NULL, hint = NULL WHERE op = ?', state, op);
  }
}

/** Sets a whole lane aside until a person has done something about the reason. */
export function parkLane(db: Db, incident: IncidentId, reason: string, hint: string): void {
  run(
    db,
    `UPDATE outbox SET state = 'parked', reason = ?, hint = ? WHERE incident = ?`,
    reason,
    hint,
    incident,
  );
}

/**
 * Puts parked lanes back: one incident's, or all. As `unknown`, since some of it may have left
 * before it was parked, and reading first costs little.
 */
export function unpark(db: Db, incident: IncidentId | null): void {
  run(
    db,
    `UPDATE outbox SET state = 'unknown', reason = NULL, hint = NULL
     WHERE state = 'parked' AND incident = coalesce(?, incident)`,
    incident,
  );
}

/** Takes ops out of the queue: Slack holds them. Tells how many stood in it. */
export function settle(db: Db, ops: readonly OpId[]): number {
  return ops.reduce((n, op) => n + run(db, 'DELETE FROM outbox WHERE op = ?', op), 0);
}

/**
 * After a start nobody knows what arrived: a crash may have come between sending and noting it, and
 * the file may be an old copy that was put back. So everything is looked for before it is sent.
 */
export function doubtAll(db: Db): void {
  run(db, `UPDATE outbox SET state = 'unknown' WHERE state IN ('queued', 'sending')`);
}

export function outboxRow(db: Db, op: OpId): OutboxRow | null {
  return get<OutboxRow>(db, `SELECT ${COLUMNS} FROM outbox WHERE op = ?`, op) ?? null;
}

/** What waits, over all lanes, oldest first. */
export function waitingRows(db: Db, limit: number): OutboxRow[] {
  return all<OutboxRow>(db, `SELECT ${COLUMNS} FROM outbox ORDER BY seq LIMIT ?`, limit);
}

/** What waits of one lane. */
export function laneRows(db: Db, incident: IncidentId): OutboxRow[] {
  return all<OutboxRow>(
    db,
    `SELECT ${COLUMNS} FROM outbox WHERE incident = ? ORDER BY seq`,
    incident,
  );
}

/** Puts another op in an op's place in the queue. It has certainly not been sent. */
export function replaceQueued(db: Db, op: OpId, by: OpId): void {
  run(
    db,
    `UPDATE outbox SET op = ?, state = iif(state = 'parked', state, 'queued') WHERE op = ?`,
    by,
    op,
  );
}

/** Rows of the queue that speak of no op. */
export function orphanedRows(db: Db): OpId[] {
  return all<{ op: OpId }>(
    db,
    'SELECT op FROM outbox WHERE op NOT IN (SELECT id FROM op) ORDER BY seq',
  ).map(({ op }) => op);
}

/** What an incident has still to send may be in its channel already: it is looked for there first. */
export function doubtLane(db: Db, incident: IncidentId): void {
  run(db, `UPDATE outbox SET state = 'unknown' WHERE incident = ? AND state = 'queued'`, incident);
}

export function isWaiting(db: Db, op: OpId): boolean {
  return get(db, 'SELECT 1 FROM outbox WHERE op = ?', op) !== undefined;
}

export type Backlog = { readonly waiting: number; readonly parked: number };

/** How much has not reached Slack, changes and images: of one incident, or of all. */
export function backlog(db: Db, incident: IncidentId | null): Backlog {
  const row = get<{ waiting: number; parked: number | null }>(
    db,
    `SELECT count(*) AS waiting, sum(state = 'parked') AS parked FROM outbox
     WHERE incident = coalesce(?, incident)`,
    incident,
  );
  const images = waitingImages(db).filter(
    (image) => (incident ?? image.incident) === image.incident,
  );
  const refused = images.filter(({ state }) => state === 'refused').length;
  return {
    waiting: (row?.waiting ?? 0) + images.length,
    parked: (row?.parked ?? 0) + refused,
  };
}

/** Why an incident's lane is parked, or null when it is not. */
export function parkedReason(
  db: Db,
  incident: IncidentId,
): { readonly reason: string; readonly hint: string; readonly count: number } | null {
  const row = get<{ reason: string | null; hint: string | null; count: number }>(
    db,
    `SELECT reason, hint, count(*) AS count FROM outbox WHERE incident = ? AND state = 'parked'`,
    incident,
  );
  if (row === undefined || row.count === 0) return null;
  return { reason: row.reason ?? '', hint: row.hint ?? '', count: row.count };
}
