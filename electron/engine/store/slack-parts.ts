import { all, type Db, run } from './database.ts';

/** One piece of a batch of ops that was too large for one message. */
export type SlackPart = {
  readonly channel: string;
  readonly batch: string;
  readonly part: number;
  readonly parts: number;
  readonly ts: string;
  readonly body: string;
};

const COLUMNS = 'channel, batch, part, parts, ts, body';

/** Keeps a piece until its siblings are here; of one that stands twice, the earlier message. */
export function savePart(db: Db, part: SlackPart): void {
  run(
    db,
    `INSERT INTO slack_part (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET ts = excluded.ts
       WHERE excluded.ts < ts AND excluded.parts = parts AND excluded.body = body`,
    part.channel,
    part.batch,
    part.part,
    part.parts,
    part.ts,
    part.body,
  );
}

export function partsOf(db: Db, channel: string, batch: string): SlackPart[] {
  return all<SlackPart>(
    db,
    `SELECT ${COLUMNS} FROM slack_part WHERE channel = ? AND batch = ? ORDER BY part`,
    channel,
    batch,
  );
}

/** A message turned out not to hold its piece. */
export function forgetPart(db: Db, channel: string, ts: string): void {
  run(db, 'DELETE FROM slack_part WHERE channel = ? AND ts = ?', channel, ts);
}
