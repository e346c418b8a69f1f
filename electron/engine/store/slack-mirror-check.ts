import { all, type Db, run } from './database.ts';
import { DAMAGED_MESSAGE, isAltered, type StoredMessage } from './slack-messages.ts';

/** A row of the mirror that does not say any more what was read. */
export type AlteredMessage = {
  readonly channel: string;
  readonly ts: string;
  /** Slack shows it no more: nobody can be asked what it said. */
  readonly gone: boolean;
};

/** Rows that are looked at together. */
const BATCH = 2_000;

/** Goes through the whole mirror. Rows that were never summed (an older version's) pass. */
export function alteredMessages(db: Db): {
  readonly altered: readonly AlteredMessage[];
  readonly seen: number;
} {
  const altered: AlteredMessage[] = [];
  let at = { channel: '', ts: '' };
  for (let seen = 0; ; ) {
    const rows = all<StoredMessage>(
      db,
      `SELECT * FROM slack_message WHERE (channel, ts) > (?, ?) ORDER BY channel, ts LIMIT ?`,
      at.channel,
      at.ts,
      BATCH,
    );
    for (const row of rows.filter(isAltered)) {
      altered.push({ channel: row.channel, ts: row.ts, gone: row.gone === 1 });
    }
    seen += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return { altered, seen };
    at = last;
  }
}

/**
 * Has altered rows taken in anew: their channels are read from end to end, and what these rows say is
 * not held against what Slack shows. The caller holds the transaction.
 */
export function distrust(db: Db, altered: readonly AlteredMessage[]): void {
  for (const { channel, ts } of altered) {
    run(
      db,
      'UPDATE slack_message SET hash = ? WHERE channel = ? AND ts = ?',
      DAMAGED_MESSAGE,
      channel,
      ts,
    );
  }
  for (const channel of new Set(altered.map((row) => row.channel))) {
    run(db, 'DELETE FROM slack_range WHERE channel = ?', channel);
    run(db, 'UPDATE slack_channel SET backfill = 1 WHERE channel = ?', channel);
    run(db, 'UPDATE slack_thread SET read_state = NULL WHERE channel = ?', channel);
  }
}
