import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
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
  /** Adds ops and forces them to the disk before it returns. Throws when the disk refuses. */
  readonly append: (ops: readonly Op[]) => void;
  readonly close: () => void;
};

/** Opens the profile's journal, creating it if there is none. Throws when it cannot be written. */
export function openJournal(profile: string): Journal {
  const path = join(profile, JOURNAL_FILE);
  const file = openSync(path, 'a', 0o600);
  const text = readFileSync(path, 'utf8');
  // After a torn tail the next line must begin a line of its own.
  if (text !== '' && !text.endsWith('\n')) writeSync(file, '\n');
  return {
    ...parseJournal(text),
    append: (ops) => {
      if (ops.length === 0) return;
      writeSync(file, ops.map(lineOf).join(''));
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}

const checksum = (json: string) => crc32(json).toString(16).padStart(8, '0');

function lineOf(op: Op): string {
  const json = JSON.stringify(op);
  return `${Buffer.byteLength(json)} ${checksum(json)} ${json}\n`;
}

const LINE = /^(\d+) ([0-9a-f]{8}) (.*)$/;

function parseJournal(text: string): Pick<Journal, 'found' | 'damaged'> {
  const found: Op[] = [];
  let damaged = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const op = opIn(line);
    if (op === null) damaged += 1;
    else found.push(op);
  }
  return { found, damaged };
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
