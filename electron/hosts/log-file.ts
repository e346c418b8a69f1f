import {
  appendFileSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from '../engine/ports.ts';
import { writtenLine } from './log-line.ts';

/** Size at which the log starts anew; one older file is kept. */
const MAX_BYTES = 1_000_000;
/** As much of the log's end as is looked at for its newest lines. */
const TAIL_BYTES = 64_000;

const fileIn = (profile: string) => join(profile, 'logs', 'quarterdeck.log');

/**
 * A local log of JSON lines in the profile. A log that cannot be written never stops the work: the
 * line goes to the terminal instead.
 */
export function logFile(profile: string): (line: LogLine) => void {
  const path = fileIn(profile);
  return (line) => {
    const text = writtenLine(new Date().toISOString(), line);
    try {
      mkdirSync(join(profile, 'logs'), { recursive: true, mode: 0o700 });
      if (sizeOf(path) > MAX_BYTES) renameSync(path, `${path}.1`);
      appendFileSync(path, text, { mode: 0o600 });
    } catch {
      process.stderr.write(text);
    }
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * The newest lines of the log, as they stand in it, the oldest first. None where there is no log, or
 * it cannot be read.
 */
export function newestLines(profile: string, most: number): readonly string[] {
  const now = tailOf(fileIn(profile));
  const lines = now.length < most ? [...tailOf(`${fileIn(profile)}.1`), ...now] : now;
  return lines.slice(-most);
}

function tailOf(path: string): string[] {
  try {
    const file = openSync(path, 'r');
    try {
      const from = Math.max(0, fstatSync(file).size - TAIL_BYTES);
      const tail = Buffer.alloc(TAIL_BYTES);
      const text = tail.toString('utf8', 0, readSync(file, tail, 0, TAIL_BYTES, from));
      // Where it was cut, half a line stands first.
      return text
        .split('\n')
        .slice(from > 0 ? 1 : 0)
        .filter((line) => line !== '');
    } finally {
      closeSync(file);
    }
  } catch {
    return [];
  }
}
