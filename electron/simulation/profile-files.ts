import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import Sqlite from 'better-sqlite3';

const DATABASE = 'quarterdeck.db';
/** What belongs to a process and not to what it leaves behind: its lock, and SQLite's shared memory. */
const OF_THE_PROCESS = /(-shm|\.lock|\.lock-journal)$/;

/** A folder for a run's profiles, in memory where the system has such a place. */
export function makeRoot(): { readonly root: string; readonly remove: () => void } {
  const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const root = mkdtempSync(join(place, 'quarterdeck-simulation-'));
  return {
    root,
    remove: () => {
      closeHandles(root);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** What a killed process leaves: its files as they are at this moment. */
export function copyProfile(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (OF_THE_PROCESS.test(name)) continue;
    cpSync(join(from, name), join(to, name), { recursive: true });
  }
}

export const databaseIn = (profile: string): string => join(profile, DATABASE);

/** Takes the database away, and all that SQLite keeps beside it. */
export function removeDatabase(profile: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(databaseIn(profile) + end, { force: true });
}

/** A copy of the database as it stands, whole. */
export function databaseImage(profile: string): Buffer {
  const reader = new Sqlite(databaseIn(profile), { readonly: true });
  try {
    return reader.serialize();
  } finally {
    reader.close();
  }
}

export function putDatabase(profile: string, image: Buffer): void {
  removeDatabase(profile);
  writeFileSync(databaseIn(profile), image);
}

/**
 * A killed engine cannot close its files, and this process goes on: every handle the engine opens
 * is remembered here (it sets pragmas on each), to be closed without running any of its code.
 */
const handles = new Set<Sqlite.Database>();
const pragma = Sqlite.prototype.pragma;
Sqlite.prototype.pragma = function remembered(this: Sqlite.Database, ...args) {
  handles.add(this);
  return pragma.apply(this, args);
};

/** Closes what is still open under a folder. */
export function closeHandles(folder: string): void {
  for (const handle of handles) {
    if (handle.open && !handle.name.startsWith(folder + sep)) continue;
    handle.close();
    handles.delete(handle);
  }
}
