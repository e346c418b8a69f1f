import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { all, type Db, get, run } from './database.ts';

/** Which message carries an op, or a piece of one, counted from 1. */
export type Carrier = {
  readonly channel: string;
  readonly op: OpId;
  readonly ts: string;
  readonly part: number;
  readonly parts: number;
};

export function saveCarrier(db: Db, { channel, op, ts, part, parts }: Carrier): void {
  run(
    db,
    `INSERT INTO slack_carrier (channel, op, ts, part, parts) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    channel,
    op,
    ts,
    part,
    parts,
  );
}

/** The `ts` of messages that carry an op whole, the first first. */
export function wholeCarriers(db: Db, channel: string, op: OpId): string[] {
  return all<{ ts: string }>(
    db,
    'SELECT ts FROM slack_carrier WHERE channel = ? AND op = ? AND parts = 1 ORDER BY ts',
    channel,
    op,
  ).map((row) => row.ts);
}

/** Ops that a message carries whole. Reads all carriers of the channel. */
export function opsCarriedAt(db: Db, channel: string, ts: string): OpId[] {
  return all<{ op: OpId }>(
    db,
    'SELECT op FROM slack_carrier WHERE channel = ? AND ts = ? AND parts = 1 ORDER BY op',
    channel,
    ts,
  ).map((row) => row.op);
}

/** Ops of a channel of which it shows no whole copy: of each way one was cut, a piece is gone. */
const VANISHED = `
  SELECT op FROM (
    SELECT c.op AS op, c.parts AS parts,
      count(DISTINCT CASE WHEN m.gone = 0 THEN c.part END) AS standing
    FROM slack_carrier c JOIN slack_message m ON m.channel = c.channel AND m.ts = c.ts
    WHERE c.channel = (SELECT channel FROM slack_channel WHERE incident = ?) AND c.op >= ? AND c.op <= ?
    GROUP BY c.op, c.parts
  ) GROUP BY op HAVING max(standing >= parts) = 0 ORDER BY op`;

/**
 * Whether Slack once showed an op and does no more: its message was deleted there. The op holds all
 * the same; this is for those who look.
 */
export function hasVanished(db: Db, incident: IncidentId, op: OpId): boolean {
  return get(db, VANISHED, incident, op, op) !== undefined;
}

/** All such ops of an incident, in the order of their ids. */
export function vanishedOps(db: Db, incident: IncidentId): OpId[] {
  return all<{ op: OpId }>(db, VANISHED, incident, '0', 'Z').map((row) => row.op);
}
