import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { connectToRead, Damaged, damageIn, isDamage, putInPlace } from './database-file.ts';
import { makeFolder } from './folder.ts';

/** A whole copy of the database, in `backups/` of its profile. */
export type Backup = {
  /** The full path. */
  readonly file: string;
  /** Counts up: which of two is newer, whatever the clock said. */
  readonly number: number;
  /** ms since 1970. */
  readonly takenAt: number;
  /** The schema version it was taken before reaching; kept until a good start. Null for the others. */
  readonly before: number | null;
  readonly bytes: number;
};

const FOLDER = 'backups';
const NAME = /^(\d{6,})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-before-v(\d+))?\.db$/;

/** In each backup: a file that has this row was put back, and is older than what was here last. */
export const BACKUP_MARK = 'backup.taken';

/** Newest first. */
export function listBackups(profile: string): readonly Backup[] {
  const folder = join(profile, FOLDER);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    // There is no such folder before the first backup; one that cannot be read has none to offer.
    return [];
  }
  return names
    .map((name) => backupOf(join(folder, name)))
    .filter((backup) => backup !== null)
    .sort((a, b) => b.number - a.number);
}

function backupOf(file: string): Backup | null {
  const parts = NAME.exec(basename(file));
  if (parts === null) return null;
  const [number = 0, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 8)
    .map(Number);
  return {
    file,
    number,
    takenAt: Date.UTC(year, month - 1, day, hour, minute, second),
    before: parts[8] === undefined ? null : Number(parts[8]),
    bytes: statSync(file).size,
  };
}

/** Where the next backup goes. Throws when the folder cannot be made. */
function nextFile(profile: string, takenAt: number, before: number | null): string {
  const folder = makeFolder(join(profile, FOLDER));
  if (!folder.ok) throw new Error(folder.error);
  const number = (listBackups(profile)[0]?.number ?? 0) + 1;
  const stamp = new Date(takenAt).toISOString().replace(/[-:]|\.\d+/g, '');
  const end = before === null ? '' : `-before-v${before}`;
  return join(profile, FOLDER, `${String(number).padStart(6, '0')}-${stamp}${end}.db`);
}

const partOf = (file: string) => `${file}.part`;

/** Pages a step copies before the engine has its turn again: 1 MB, about a millisecond. */
const PAGES_A_STEP = 256;
/** Up to this size a new backup is checked at once, in bytes: a tenth of a second of the engine. */
const CHECKED_AT_ONCE = 50_000_000;

/**
 * Copies the running database by SQLite's backup API, step by step, while it is read and written: the
 * copy holds everything that was committed before the call, and may hold what came during it.
 * @param isStopped asked between steps; when it says so, the copy is given up
 * @returns the backup, or null when it was given up. Rejects when disk or
 * database refuse, and with `Damaged` when the copy, and so the database, is not sound
 */
export async function takeBackup(
  source: { readonly sqlite: Sqlite.Database; readonly profile: string },
  now: number,
  isStopped: () => boolean,
): Promise<Backup | null> {
  const file = nextFile(source.profile, now, null);
  try {
    closeSync(openSync(partOf(file), 'w', 0o600));
    await source.sqlite.backup(partOf(file), {
      progress: () => {
        if (isStopped()) throw new GivenUp();
        return PAGES_A_STEP;
      },
    });
    finish(file, now);
    return backupOf(file);
  } catch (cause) {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(partOf(file) + end, { force: true });
    if (cause instanceof GivenUp) return null;
    throw cause;
  }
}

class GivenUp extends Error {}

/**
 * Copies a database that nobody has open, as it stands before its schema changes. One that is there
 * already is left alone: it stems from a start that failed, and what a failed migration left behind
 * must not push it out.
 * @param path of the closed database, all of whose WAL is in the file
 * @param before the schema version it is about to be brought to
 */
export function backUpBeforeMigration(profile: string, path: string, before: number): void {
  if (listBackups(profile).some((backup) => backup.before === before)) return;
  const takenAt = statSync(path).mtimeMs;
  const file = nextFile(profile, takenAt, before);
  try {
    copyFileSync(path, partOf(file), constants.COPYFILE_FICLONE);
    finish(file, takenAt);
  } catch (cause) {
    rmSync(partOf(file), { force: true });
    throw cause;
  }
}

/** Marks a copy as one, checks it, and gives it its name. Throws when it is not sound. */
function finish(file: string, takenAt: number): void {
  chmodSync(partOf(file), 0o600);
  const sqlite = new Sqlite(partOf(file));
  try {
    // Alone in one file: nothing of it can be left behind when it is moved.
    sqlite.pragma('journal_mode = DELETE');
    sqlite
      .prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)')
      .run(BACKUP_MARK, JSON.stringify(takenAt));
    const bytes = statSync(partOf(file)).size;
    const damage = bytes <= CHECKED_AT_ONCE ? damageIn(sqlite) : null;
    if (damage !== null) throw new Damaged(damage);
  } finally {
    sqlite.close();
  }
  putInPlace(partOf(file), file);
}

/**
 * The newest backup that is whole and that this version can read.
 * @param newest the newest schema version known here
 */
export function newestGoodBackup(profile: string, newest: number): Backup | null {
  return listBackups(profile).find((backup) => isGood(backup, newest)) ?? null;
}

function isGood(backup: Backup, newest: number): boolean {
  let sqlite: Sqlite.Database | null = null;
  try {
    sqlite = connectToRead(backup.file);
    const version = Number(sqlite.pragma('user_version', { simple: true }));
    return version >= 1 && version <= newest && damageIn(sqlite) === null;
  } catch (cause) {
    if (isDamage(cause) || Object(cause).code === 'SQLITE_CANTOPEN') return false;
    throw cause;
  } finally {
    sqlite?.close();
  }
}

/** Puts a copy of a backup where the database was; the backup itself stays. Throws. */
export function putBack(backup: Backup, path: string): void {
  const copy = `${path}.restoring`;
  copyFileSync(backup.file, copy, constants.COPYFILE_FICLONE);
  chmodSync(copy, 0o600);
  putInPlace(copy, path);
}

const NEWEST_KEPT = 3;
const DAYS_KEPT = 7;
/** All but the newest together take no more than this, in bytes. */
const OLDER_BYTES_MAX = 1_000_000_000;

const dayOf = (backup: Backup) => new Date(backup.takenAt).toISOString().slice(0, 10);

/**
 * Which backups are no longer needed: kept are the newest three, the newest of each of the last seven
 * days that have one, and those from before a migration.
 * @param backups newest first
 */
export function outdated(backups: readonly Backup[]): readonly Backup[] {
  const days = new Set<string>();
  let rolling = 0;
  let bytes = 0;
  return backups.filter((backup) => {
    if (backup.before !== null) return false;
    const isFirstOfDay = !days.has(dayOf(backup)) && days.size < DAYS_KEPT;
    rolling += 1;
    if (rolling === 1) {
      days.add(dayOf(backup));
      return false;
    }
    const isKept =
      (rolling <= NEWEST_KEPT || isFirstOfDay) && bytes + backup.bytes <= OLDER_BYTES_MAX;
    if (!isKept) return true;
    days.add(dayOf(backup));
    bytes += backup.bytes;
    return false;
  });
}

/** Removes what is outdated, and what a copy that was broken off left. */
export function rotateBackups(profile: string): void {
  for (const { file } of outdated(listBackups(profile))) rmSync(file, { force: true });
}

/** Backups from before a migration become ones like others: this version works. */
export function releaseMigrationBackups(profile: string): void {
  for (const { file, before } of listBackups(profile)) {
    if (before !== null) renameSync(file, file.replace(/-before-v\d+\.db$/, '.db'));
  }
}
