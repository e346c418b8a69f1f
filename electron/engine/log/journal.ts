import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { OpId } from '#shared/base/ids.ts';
import { type Op, parseOp } from '#shared/ops/op.ts';

const JOURNAL_FILE = 'journal.log';

/**
 * What people wrote on this desktop, once more, in a plain file beside the database: one line an op,
 * `<bytes> <checksum> <json>`. Should the database be lost, nothing anybody wrote here is.
 */
export type Journal = {
  /** What stood in it at the start, in the order it was made. */
  readonly found: readonly Op[];
  /** Lines that were torn or damaged: passed over, never in the way of the others. */
  readonly damaged: number;
  /**
   * Adds ops and forces them to the disk before it returns. Throws when the disk refuses; the ops
   * are kept then and written with the next ones, or on closing.
   */
  readonly append: (ops: readonly Op[]) => void;
  readonly close: () => void;
};

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

/** Opens the profile's journal, creating it if there is none. Throws when it cannot be written. */
export function openJournal(profile: string, disk: JournalDisk = DISK): Journal {
  const path = join(profile, JOURNAL_FILE);
  const file = openSync(path, 'a', 0o600);
  const text = readFileSync(path, 'utf8');
  // After a torn tail, of an earlier process or of this one, the next line must begin a line of its own.
  let torn = text !== '' && !text.endsWith('\n');
  let pending: readonly Op[] = [];
  const append = (ops: readonly Op[]): void => {
    pending = [...pending, ...ops];
    if (pending.length === 0) return;
    const bytes = Buffer.from(`${torn ? '\n' : ''}${pending.map(lineOf).join('')}`);
    torn = true;
    writeAll(disk, file, bytes);
    torn = false;
    // What a failed flush left in doubt is written once more: the same op twice is the same op.
    disk.flush(file);
    pending = [];
  };
  return {
    ...parseJournal(text),
    append,
    close: () => {
      try {
        append([]);
      } finally {
        closeSync(file);
      }
    },
  };
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

function lineOf(op: Op): string {
  const json = JSON.stringify(op);
  return `${Buffer.byteLength(json)} ${checksum(json)} ${json}\n`;
}

const LINE = /^(\d+) ([0-9a-f]{8}) (.*)$/;

function parseJournal(text: string): Pick<Journal, 'found' | 'damaged'> {
  const found = new Map<OpId, Op>();
  let damaged = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const op = opIn(line);
    if (op === null) damaged += 1;
    else found.set(op.id, op);
  }
  return { found: [...found.values()], damaged };
}

function opIn(line: string): Op | null {
  const [, bytes, sum, json] = LINE.exec(line) ?? [];
  if (json === undefined || Number(bytes) !== Buffer.byteLength(json)) return null;
  if (checksum(json) !== sum) return null;
  try {
    const op = parseOp(JSON.parse(json));
    return op.ok ? op.value : null;
  } catch {
    return null;
  }
}
