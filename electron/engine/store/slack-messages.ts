import { all, type Db, get, run } from './database.ts';

/** A message that a person (or another program) wrote in an incident's channel. */
export type SlackMessage = {
  readonly channel: string;
  /** Slack's id and time in one; a string, never a number (16 significant digits). */
  readonly ts: string;
  readonly author: string;
  /** As Slack sent it: escaped, with `<@U…>` and `<url>` in it. */
  readonly text: string;
  readonly edited: boolean;
  /** Of the fields above: what tells an edit, since Slack's own mark is not always there. */
  readonly hash: string;
};

type MessageRow = Omit<SlackMessage, 'edited'> & { readonly edited: number };

const COLUMNS = 'channel, ts, author, text, edited, hash';

/** Stores a message or its edit. False when we had it just so. */
export function saveMessage(db: Db, message: SlackMessage): boolean {
  const changes = run(
    db,
    `INSERT INTO slack_message (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (channel, ts) DO UPDATE SET author = excluded.author, text = excluded.text,
       edited = excluded.edited, hash = excluded.hash
     WHERE slack_message.hash <> excluded.hash`,
    message.channel,
    message.ts,
    message.author,
    message.text,
    message.edited ? 1 : 0,
    message.hash,
  );
  return changes > 0;
}

export function messageAt(db: Db, channel: string, ts: string): SlackMessage | null {
  const row = get<MessageRow>(
    db,
    `SELECT ${COLUMNS} FROM slack_message WHERE channel = ? AND ts = ?`,
    channel,
    ts,
  );
  return row === undefined ? null : { ...row, edited: row.edited === 1 };
}

/** One piece of a batch of ops that was too large for one message. */
export type SlackPart = {
  readonly channel: string;
  readonly batch: string;
  readonly part: number;
  readonly parts: number;
  readonly ts: string;
  readonly body: string;
};

const PART_COLUMNS = 'channel, batch, part, parts, ts, body';

/** Keeps a piece until its siblings are here. */
export function savePart(db: Db, part: SlackPart): void {
  run(
    db,
    `INSERT INTO slack_part (${PART_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
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
    `SELECT ${PART_COLUMNS} FROM slack_part WHERE channel = ? AND batch = ? ORDER BY part`,
    channel,
    batch,
  );
}
