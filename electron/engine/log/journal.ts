import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { type IncidentId, type OpId, ULID_PATTERN } from '#shared/base/ids.ts';
import { type Op, parseOp } from '#shared/ops/op.ts';
import { firstFree } from '../store/database-file.ts';

const JOURNAL_FILE = 'journal.log';

/**
 * An op was taken back before it left (`cancelled`), or that was undone. The last word counts.
 */
export type Cancellation = { readonly op: OpId; readonly cancelled: boolean };

/**
 * What was written in a post-mortem, before it is an op: a Yjs update in base64. `writing` is its
 * number in the database.
 */
export type Writing = {
  readonly writing: number;
  readonly incident: IncidentId;
  readonly bytes: string;
};

/** One line of the journal. */
export type JournalRecord = Op | Cancellation | Writing;

/**
 * What people wrote on this desktop, once more, in a plain file beside the database: one line an op
 * or a cancellation, `<bytes> <checksum> <json>`. Should the database be lost, nothing anybody wrote
 * here is.
 */
export type Journal = {
  /** How many bytes of it were known already and passed over: all of them, or none. */
  readonly from: number;
  /** What stood in the rest at the start, in the order it was made. */
  readonly found: readonly Op[];
  /** Which of them were taken back. */
  readonly cancelled: ReadonlySet<OpId>;
  /** What was written in post-mortems; most of it is in ops by now. */
  readonly writings: readonly Writing[];
  /** Lines that were torn or damaged: passed over, never in the way of the others. */
  readonly damaged: number;
  /**
   * Adds records and forces them to the disk before it returns. Throws when the disk refuses; they
   * are kept then and written with the next ones, or on closing.
   */
  readonly append: (records: readonly JournalRecord[]) => void;
  /** What is in it by now; null when a failed write left that in doubt. */
  readonly mark: () => JournalMark | null;
  readonly close: () => void;
};

/** The journal up to a place: its length in bytes, and the checksum over them. */
export type JournalMark = { readonly bytes: number; readonly sum: number };

const START: JournalMark = { bytes: 0, sum: 0 };

/** How the journal reaches the disk; the tests put a full or failing one in its place. */
export type JournalDisk = {
  /** Writes some of the bytes and tells how many. */
  readonly write: (file: number, bytes: Uint8Array) => number;
  readonly flush: (file: number) => void;
};

const DISK: JournalDisk = {
  write: (file, bytes) => writeSync(file, bytes),
  flush: (file) => fsyncSync(file),
};

/**
 * Opens the profile's journal, creating it if there is none. Throws when it cannot be written.
 * @param known up to where the database has everything: that part is only checked, not read again
 */
export function openJournal(
  profile: string,
  known: JournalMark = START,
  disk: JournalDisk = DISK,
): Journal {
  const path = join(profile, JOURNAL_FILE);
  const file = openSync(path, 'a', 0o600);
  const there = readFileSync(path);
  const from = isPrefix(known, there) ? known.bytes : 0;
  // After a torn tail, of an earlier process or of this one, the next line must begin a line of its own.
  let torn = there.length > 0 && there.at(-1) !== NEWLINE;
  let mark: JournalMark | null = { bytes: there.length, sum: crc32(there) };
  let pending: readonly JournalRecord[] = [];
  const append = (records: readonly JournalRecord[]): void => {
    pending = [...pending, ...records];
    if (pending.length === 0) return;
    const bytes = Buffer.from(`${torn ? '\n' : ''}${pending.map(lineOf).join('')}`);
    const before = mark;
    torn = true;
    mark = null;
    writeAll(disk, file, bytes);
    torn = false;
    // What a failed flush left in doubt is written once more: the same op twice is the same op.
    disk.flush(file);
    pending = [];
    if (before === null) return;
    mark = { bytes: before.bytes + bytes.length, sum: crc32(bytes, before.sum) };
  };
  return {
    from,
    ...parseJournal(there.subarray(from).toString()),
    append,
    mark: () => mark,
    close: () => {
      try {
        append([]);
      } finally {
        closeSync(file);
      }
    },
  };
}

/** Moves a closed journal out of the way, so that a whole one can be written. Gives the new name. */
export function setJournalAside(profile: string): string {
  const path = join(profile, JOURNAL_FILE);
  const name = firstFree(`${path}.damaged`);
  renameSync(path, name);
  return name;
}

const NEWLINE = 10;

function isPrefix(known: JournalMark, there: Buffer): boolean {
  return known.bytes <= there.length && crc32(there.subarray(0, known.bytes)) === known.sum;
}

/** The system may take less than it is given, as when the disk fills up in the middle. */
function writeAll(disk: JournalDisk, file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    const taken = disk.write(file, bytes.subarray(at));
    if (taken <= 0) throw new Error('the disk takes nothing');
    at += taken;
  }
}

const checksum = (json: string) => crc32(json).toString(16).padStart(8, '0');

function lineOf(record: JournalRecord): string {
  const json = JSON.stringify(record);
  return `${Buffer.byteLength(json)} ${checksum(json)} ${json}\n`;
}

const LINE = /^(\d+) ([0-9a-f]{8}) (.*)$/;

function parseJournal(text: string): Pick<Journal, 'found' | 'cancelled' | 'writings' | 'damaged'> {
  const found = new Map<OpId, Op>();
  const cancelled = new Set<OpId>();
  const writings: Writing[] = [];
  let damaged = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const record = recordIn(line);
    if (record === null) damaged += 1;
    else if ('id' in record) found.set(record.id, record);
    else if ('writing' in record) writings.push(record);
    else if (record.cancelled) cancelled.add(record.op);
    else cancelled.delete(record.op);
  }
  return { found: [...found.values()], cancelled, writings, damaged };
}

const CancellationSchema = z.object({
  op: z.string().regex(ULID_PATTERN),
  cancelled: z.boolean(),
});

const WritingSchema = z.object({
  writing: z.int().min(1),
  incident: z.string().regex(ULID_PATTERN),
  bytes: z.base64(),
});

function recordIn(line: string): JournalRecord | null {
  const [, bytes, sum, json] = LINE.exec(line) ?? [];
  if (json === undefined || Number(bytes) !== Buffer.byteLength(json)) return null;
  if (checksum(json) !== sum) return null;
  try {
    const record = JSON.parse(json);
    const op = parseOp(record);
    if (op.ok) return op.value;
    const cancellation = CancellationSchema.safeParse(record);
    if (cancellation.success) return cancellation.data as Cancellation;
    const writing = WritingSchema.safeParse(record);
    return writing.success ? (writing.data as Writing) : null;
  } catch {
    return null;
  }
}
