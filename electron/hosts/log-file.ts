import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from '../engine/ports.ts';

/** Size at which the log starts anew; one older file is kept. */
const MAX_BYTES = 1_000_000;

/**
 * A local log of JSON lines in the profile. A log that cannot be written never stops the work: the
 * line goes to the terminal instead.
 */
export function logFile(profile: string): (line: LogLine) => void {
  const folder = join(profile, 'logs');
  const path = join(folder, 'quarterdeck.log');
  return (line) => {
    const text = `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
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
