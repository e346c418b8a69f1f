import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { invariant } from '#shared/base/assert.ts';

/** The database's name in its profile. SQLite keeps `-wal` and `-shm` beside it while it is open. */
export const DATABASE_FILE = 'quarterdeck.db';

/**
 * SQLite before 3.51.3 could corrupt a WAL file that two connections wrote and checkpointed.
 * @see https://sqlite.org/releaselog/3_51_3.html
 */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const;

/** What a WAL file is cut back to when SQLite begins it anew, in bytes. */
const WAL_KEPT = 4_000_000;

/** Opens a database for writing, making the file, for its owner alone, if there is none. Throws. */
export function connect(path: string): Sqlite.Database {
  closeSync(openSync(path, 'a', 0o600));
  // Made beside a file that could not be written, they stay so, and would keep it from being used.
  for (const end of ['', '-wal', '-shm']) if (existsSync(path + end)) chmodSync(path + end, 0o600);
  return prepared(new Sqlite(path), (sqlite) => {
    // FULL: when the screen says "saved", a power cut does not take it back.
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma(`journal_size_limit = ${WAL_KEPT}`);
    invariant(sqlite.pragma('journal_mode', { simple: true }) === 'wal', 'the database is in WAL');
    invariant(sqlite.pragma('synchronous', { simple: true }) === 2, 'synchronous is FULL');
  });
}

/** Opens a database to look at it only. Throws. */
export function connectToRead(path: string): Sqlite.Database {
  return prepared(new Sqlite(path, { readonly: true, fileMustExist: true }), (sqlite) => {
    sqlite.pragma('query_only = ON');
  });
}

function prepared(
  sqlite: Sqlite.Database,
  prepare: (sqlite: Sqlite.Database) => void,
): Sqlite.Database {
  try {
    invariant(isSafe(sqliteVersion(sqlite)), 'SQLite is 3.51.3 or newer');
    // A stranger's file may hold a schema that does things; ours does not need to be trusted.
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('cell_size_check = ON');
    prepare(sqlite);
    return sqlite;
  } catch (cause) {
    sqlite.close();
    throw cause;
  }
}

function sqliteVersion(sqlite: Sqlite.Database): readonly number[] {
  const text = sqlite.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '0';
  return text.split('.').map(Number);
}

function isSafe(version: readonly number[]): boolean {
  for (const [i, least] of OLDEST_SAFE_SQLITE.entries()) {
    const part = version[i] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

/**
 * Whether a database does not end with a whole page: something cut it off. SQLite itself meets that
 * only when it reads the page.
 * @see https://www.sqlite.org/fileformat.html 1.3: the page size is at byte 16, 1 for 65,536
 */
export function isRagged(path: string): boolean {
  const header = Buffer.alloc(18);
  const file = openSync(path, 'r');
  try {
    readSync(file, header);
  } finally {
    closeSync(file);
  }
  const told = header.readUInt16BE(16);
  const page = told === 1 ? 65_536 : told;
  return page > 0 && statSync(path).size % page !== 0;
}

/** A check of ours found what SQLite did not meet by itself. */
export class Damaged extends Error {}

/** Whether something was thrown because the file is no sound database. */
export function isDamage(cause: unknown): boolean {
  if (cause instanceof Damaged) return true;
  return cause instanceof Sqlite.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(cause.code);
}

/**
 * What SQLite's quick check has to say; null when the file is sound. Reads every page: ~2 ms a MB.
 * Full-text indexes do not count: they are made again from their text (`mendSearch`).
 */
export function damageIn(sqlite: Sqlite.Database): string | null {
  return problemsOf(sqlite, 'quick_check').find((problem) => !isOfSearch(problem)) ?? null;
}

/** What one of SQLite's checks finds; empty when all is well. */
export function problemsOf(
  sqlite: Sqlite.Database,
  check: 'quick_check' | 'integrity_check',
): readonly string[] {
  try {
    const found = sqlite.pragma(`${check}(100)`) as readonly Record<string, string>[];
    const lines = found.map((row) => String(row[check]));
    return lines.length === 1 && lines[0] === 'ok' ? [] : lines;
  } catch (cause) {
    if (isDamage(cause)) return [String(Object(cause).message)];
    throw cause;
  }
}

/** Whether a problem is one of a full-text index alone. */
export const isOfSearch = (problem: string) => /^fts5: |\bFTS5\b/.test(problem);

/** Names of the full-text indexes. */
export function searchIndexes(sqlite: Sqlite.Database): readonly string[] {
  return sqlite
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%' ORDER BY name`,
    )
    .pluck()
    .all();
}

/** Makes a full-text index again from its text. */
export function remakeSearch(sqlite: Sqlite.Database, name: string): void {
  sqlite.prepare(`INSERT INTO ${name} (${name}) VALUES ('rebuild')`).run();
}

/** Makes the full-text indexes again if one of them is damaged. Tells whether one was. */
export function mendSearch(sqlite: Sqlite.Database): boolean {
  if (!problemsOf(sqlite, 'quick_check').some(isOfSearch)) return false;
  for (const name of searchIndexes(sqlite)) remakeSearch(sqlite, name);
  return true;
}

/** Moves a closed database, and what SQLite keeps beside it, out of the way. Gives the new name. */
export function setAside(path: string): string {
  const name = firstFree(`${path}.damaged`);
  for (const end of ['-wal', '-shm', '']) {
    if (existsSync(path + end)) renameSync(path + end, name + end);
  }
  flushFolder(path);
  return name;
}

/** A name that no file has yet. */
export function firstFree(name: string): string {
  let free = name;
  for (let n = 2; existsSync(free); n++) free = `${name}-${n}`;
  return free;
}

/** Puts a closed, whole file in its place, so that after a power cut it is there or is not. Throws. */
export function putInPlace(from: string, to: string): void {
  const file = openSync(from, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(from, to);
  flushFolder(to);
}

/** A rename is safe once its folder is on disk. Windows does not open folders, nor needs it. */
function flushFolder(path: string): void {
  let folder: number;
  try {
    folder = openSync(dirname(path), 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(folder);
  } catch (cause) {
    // Some file systems refuse it (EINVAL); a failing disk must not pass for one of them.
    if (Object(cause).code === 'EIO') throw cause;
  } finally {
    closeSync(folder);
  }
}
