import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { putInPlace } from './database-file.ts';

/**
 * What a profile remembers of its last use outside the database, to tell how that ended and whether
 * the database is the one that was here then.
 */
export type Session = {
  /** Counts the starts; the database holds the same number. */
  readonly number: number;
  /** It was closed in good order. */
  readonly isClosed: boolean;
  /** Damage showed while it was open: the file must be checked before it is used. */
  readonly isSuspect: boolean;
};

const FILE = 'session.json';

const Stored = z.object({ number: z.int().min(0), isClosed: z.boolean(), isSuspect: z.boolean() });

/** Null when there is none, or it cannot be read: then nothing is known of the last use. */
export function readSession(profile: string): Session | null {
  try {
    return Stored.parse(JSON.parse(readFileSync(join(profile, FILE), 'utf8')));
  } catch {
    return null;
  }
}

/** Throws when the disk refuses. */
export function writeSession(profile: string, session: Session): void {
  const path = join(profile, FILE);
  writeFileSync(`${path}.part`, JSON.stringify(session), { mode: 0o600 });
  putInPlace(`${path}.part`, path);
}
