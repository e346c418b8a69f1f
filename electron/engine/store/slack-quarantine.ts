import { all, type Db, run } from './database.ts';

/** Why something that was read did not become what it claims to be. */
export type QuarantineReason =
  /** No message: it has no `ts`, or is no object. */
  | 'message-malformed'
  /** Our event type, not our payload. */
  | 'payload-malformed'
  /** A batch whose body is no list of ops. */
  | 'body-malformed'
  | 'op-malformed'
  /** An op of another incident than the channel's: no channel speaks for another. */
  | 'op-of-another-incident'
  /** The same, and nobody here has heard of that incident. */
  | 'op-of-unknown-incident'
  /** An op of this incident under the id of another incident's: kept, under another name. */
  | 'op-id-taken'
  /** An announcement that cannot be believed or read. */
  | 'announcement-refused';

/** Something that was read, not understood or not believed, and kept for those who ask why. */
export type Quarantined = {
  readonly channel: string;
  /** The message's `ts`, or a hash of what came in place of a message. */
  readonly ref: string;
  readonly reason: QuarantineReason;
  /** Which part of it, for those who know the format. */
  readonly detail: string;
  /** What came, as JSON, cut. */
  readonly body: string;
};

const BODY_MAX = 2_000;
const DETAIL_MAX = 200;

/** Sets something aside, once. Tells whether it is new. */
export function quarantine(db: Db, { channel, ref, reason, detail, body }: Quarantined): boolean {
  const changes = run(
    db,
    `INSERT INTO slack_quarantine (channel, ref, reason, detail, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    channel,
    ref,
    reason,
    detail.slice(0, DETAIL_MAX),
    body.slice(0, BODY_MAX),
  );
  return changes > 0;
}

/** How much was set aside for each reason. */
export function quarantineCounts(
  db: Db,
): { readonly reason: QuarantineReason; readonly count: number }[] {
  return all(
    db,
    'SELECT reason, count(*) AS count FROM slack_quarantine GROUP BY reason ORDER BY reason',
  );
}

/** What was set aside, the newest message first, `limit` at most. */
export function quarantined(db: Db, limit: number): Quarantined[] {
  return all<Quarantined>(
    db,
    `SELECT channel, ref, reason, detail, body FROM slack_quarantine
     ORDER BY ref DESC, channel, reason LIMIT ?`,
    limit,
  );
}
