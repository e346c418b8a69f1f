import { hash } from 'node:crypto';
import { all, type Db, get, remembered, run } from './database.ts';

/** What a message is to us: somebody's words, ops of ours, or Slack's own notice. */
export type MessageKind = 'message' | 'ops' | 'notice';

/** One emoji under a message. Slack names some of those who put it there, and counts all. */
export type SlackReaction = {
  readonly name: string;
  readonly count: number;
  readonly users: readonly string[];
};

/** What is known of a file that was shared in a message, whether or not it is fetched. */
export type SlackFile = {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  /** Bytes. */
  readonly size: number;
  /** Where it is fetched, with a token; null for one that is not Slack's or was deleted. */
  readonly url: string | null;
};

/** A message of an incident's channel, as Slack showed it last. */
export type SlackMessage = {
  readonly channel: string;
  /** Slack's id and time in one; a string, never a number (16 significant digits). */
  readonly ts: string;
  readonly author: string;
  /** As Slack sent it: escaped, with `<@U…>` and `<url>` in it. Empty but for people's messages. */
  readonly text: string;
  readonly edited: boolean;
  /** Of all that is mirrored: what tells an edit, since Slack's own mark is not always there. */
  readonly hash: string;
  readonly kind: MessageKind;
  /** The root it replies to, or null for a message of the channel itself. */
  readonly thread: string | null;
  /** A reply that stands in the channel too. */
  readonly broadcast: boolean;
  /** When it was edited last, as a `ts`; empty for the original. Rises with each edit. */
  readonly version: string;
  /** The earliest text that was seen, and its version, where there were others; else null. */
  readonly firstText: string | null;
  readonly firstVersion: string | null;
  readonly reactions: readonly SlackReaction[];
  readonly files: readonly SlackFile[];
  readonly pinned: boolean;
  /** Complete reads in a row of its place in which it was missing; counted to two. */
  readonly missed: number;
  /** Slack shows it no more: deleted, or past what the workspace keeps. The copy here stays. */
  readonly gone: boolean;
};

type MessageRow = Omit<
  SlackMessage,
  'edited' | 'broadcast' | 'pinned' | 'gone' | 'reactions' | 'files'
> & {
  readonly edited: number;
  readonly broadcast: number;
  readonly pinned: number;
  readonly gone: number;
  readonly reactions: string;
  readonly files: string;
};

/** Length of the fingerprint in the column `hash`; what stands behind it is the row's own sum. */
const FINGERPRINT = 24;

const COLUMNS = `channel, ts, author, text, edited, substr(hash, 1, ${FINGERPRINT}) AS hash, kind, thread, broadcast, version,
  first_text AS firstText, first_version AS firstVersion, reactions, files, pinned, missed, gone`;

function toMessage(row: MessageRow): SlackMessage {
  return {
    ...row,
    edited: row.edited === 1,
    broadcast: row.broadcast === 1,
    pinned: row.pinned === 1,
    gone: row.gone === 1,
    reactions: JSON.parse(row.reactions) as SlackMessage['reactions'],
    files: JSON.parse(row.files) as SlackMessage['files'],
  };
}

/** In the place of its fingerprint: the row does not say any more what was read. */
export const DAMAGED_MESSAGE = 'damaged';

/**
 * Over what a row says: of random flips of bytes in a file, SQLite's own check misses most, and the
 * fingerprint is of what Slack showed, so that an altered row would pass for unchanged for ever.
 */
function sumOf(said: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(said), 'base64url').slice(0, SUM_LENGTH);
}

/** A row of the mirror as it stands in the file. */
export type StoredMessage = {
  readonly channel: string;
  readonly ts: string;
  readonly author: string;
  readonly text: string;
  readonly kind: string;
  readonly thread: string | null;
  readonly version: string;
  readonly first_text: string | null;
  readonly first_version: string | null;
  readonly edited: number;
  readonly broadcast: number;
  readonly pinned: number;
  readonly reactions: string;
  readonly files: string;
  readonly hash: string;
  readonly gone: number;
};

/** Whether a row says something else than what was stored. One without a sum cannot be told. */
export function isAltered(row: StoredMessage): boolean {
  if (row.hash.length !== FINGERPRINT + SUM_LENGTH) return false;
  const { channel, ts, author, text, kind, thread, version, first_text, first_version } = row;
  const words = [channel, ts, author, text, kind, thread, version, first_text, first_version];
  const { edited, broadcast, pinned, reactions, files } = row;
  const sum = sumOf([...words, edited, broadcast, pinned, reactions, files]);
  return row.hash.slice(FINGERPRINT) !== sum;
}

/** 48 bits: against decay, not against a forger. */
const SUM_LENGTH = 8;

/** Stores a message as it is now, whatever stood there before. */
export function saveMessage(db: Db, message: SlackMessage): void {
  const { channel, ts, author, text, kind, thread, version, firstText, firstVersion } = message;
  const flags = [message.edited, message.broadcast, message.pinned].map(Number);
  const reactions = JSON.stringify(message.reactions);
  const files = JSON.stringify(message.files);
  const words = [channel, ts, author, text, kind, thread, version, firstText, firstVersion];
  const sum = message.hash === '' ? '' : sumOf([...words, ...flags, reactions, files]);
  run(
    db,
    `INSERT INTO slack_message (channel, ts, author, text, edited, hash, kind, thread, broadcast,
       version, first_text, first_version, reactions, files, pinned, missed, gone)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (channel, ts) DO UPDATE SET author = excluded.author, text = excluded.text,
       edited = excluded.edited, hash = excluded.hash, kind = excluded.kind,
       thread = excluded.thread, broadcast = excluded.broadcast, version = excluded.version,
       first_text = excluded.first_text, first_version = excluded.first_version,
       reactions = excluded.reactions, files = excluded.files, pinned = excluded.pinned,
       missed = excluded.missed, gone = excluded.gone`,
    message.channel,
    message.ts,
    message.author,
    message.text,
    message.edited ? 1 : 0,
    `${message.hash}${sum}`,
    message.kind,
    message.thread,
    message.broadcast ? 1 : 0,
    message.version,
    message.firstText,
    message.firstVersion,
    reactions,
    files,
    message.pinned ? 1 : 0,
    message.missed,
    message.gone ? 1 : 0,
  );
}

export function messageAt(db: Db, channel: string, ts: string): SlackMessage | null {
  const row = get<MessageRow>(
    db,
    `SELECT ${COLUMNS} FROM slack_message WHERE channel = ? AND ts = ?`,
    channel,
    ts,
  );
  return row === undefined ? null : toMessage(row);
}

/** Replies of a thread, oldest first; those that are gone among them. */
export function repliesOf(db: Db, channel: string, root: string): SlackMessage[] {
  return all<MessageRow>(
    db,
    `SELECT ${COLUMNS} FROM slack_message WHERE channel = ? AND thread = ? ORDER BY ts`,
    channel,
    root,
  ).map(toMessage);
}

/** As much of a message as tells whether it is as it was. */
export type Sighting = {
  readonly ts: string;
  readonly hash: string;
  readonly missed: number;
  readonly gone: 0 | 1;
};

/** Which messages of a channel a read is compared with: its own, or the replies of a thread. */
export type Scope = { readonly channel: string; readonly thread: string | null };

/** What is known from one `ts` on, up to another that is not included. */
export function sightings(
  db: Db,
  { channel, thread }: Scope,
  oldest: string,
  before: string,
): Sighting[] {
  const columns = `SELECT ts, substr(hash, 1, ${FINGERPRINT}) AS hash, missed, gone
    FROM slack_message WHERE channel = ?`;
  return thread === null
    ? all(
        db,
        `${columns} AND ts >= ? AND ts < ? AND (thread IS NULL OR broadcast = 1)`,
        channel,
        oldest,
        before,
      )
    : all(db, `${columns} AND thread = ? AND ts >= ? AND ts < ?`, channel, thread, oldest, before);
}

/** The newest `ts` that is known of a channel or a thread and stood there when last read. */
export function newestKnown(db: Db, { channel, thread }: Scope): string | null {
  const standing = 'SELECT ts FROM slack_message WHERE channel = ? AND gone = 0';
  const own = `${standing} AND (thread IS NULL OR broadcast = 1) ORDER BY ts DESC LIMIT 1`;
  const replies = `${standing} AND thread = ? ORDER BY ts DESC LIMIT 1`;
  return remembered(db, `newest ${channel} ${thread}`, () => {
    const row =
      thread === null
        ? get<{ ts: string }>(db, own, channel)
        : get<{ ts: string }>(db, replies, channel, thread);
    return row?.ts ?? null;
  });
}

/**
 * The newest message of the channel itself that a read missed and that is not called gone yet; null
 * when there is none.
 */
export function newestDoubtful(db: Db, channel: string): string | null {
  const row = get<{ ts: string }>(
    db,
    `SELECT ts FROM slack_message WHERE channel = ? AND missed > 0 AND gone = 0
       AND (thread IS NULL OR broadcast = 1) ORDER BY ts DESC LIMIT 1`,
    channel,
  );
  return row?.ts ?? null;
}

/** Whether a read of a thread missed a reply that is not called gone yet. */
export function hasDoubtfulReplies(db: Db, channel: string, root: string): boolean {
  const doubtful = get(
    db,
    `SELECT 1 FROM slack_message WHERE channel = ? AND thread = ? AND missed > 0 AND gone = 0
     LIMIT 1`,
    channel,
    root,
  );
  return doubtful !== undefined;
}

/** Whether a channel has more than so many messages of its own, as far as they are known. */
export function isLongerThan(db: Db, channel: string, count: number): boolean {
  const beyond = get(
    db,
    `SELECT 1 FROM slack_message WHERE channel = ? AND (thread IS NULL OR broadcast = 1)
     ORDER BY ts DESC LIMIT 1 OFFSET ?`,
    channel,
    count,
  );
  return beyond !== undefined;
}

/** How many messages of a channel are known: those from a `ts` on, and all. */
export function countFrom(
  db: Db,
  channel: string,
  from: string,
): { readonly done: number; readonly total: number } {
  const row = get<{ done: number | null; total: number }>(
    db,
    `SELECT sum(ts >= ?) AS done, count(*) AS total FROM slack_message
     WHERE channel = ? AND (thread IS NULL OR broadcast = 1)`,
    from,
    channel,
  );
  return { done: row?.done ?? 0, total: row?.total ?? 0 };
}

/** Counts a complete read in which a message was missing, or (0) that it is there. */
export function setMissed(
  db: Db,
  channel: string,
  ts: string,
  missed: number,
  gone: boolean,
): void {
  run(
    db,
    'UPDATE slack_message SET missed = ?, gone = ? WHERE channel = ? AND ts = ?',
    missed,
    gone ? 1 : 0,
    channel,
    ts,
  );
}
