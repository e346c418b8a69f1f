import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { invariant } from '#shared/base/assert.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import { makeFolder } from './folder.ts';
import { migrate } from './migrate.ts';
import { holdProfile, type ProfileHold } from './profile-hold.ts';

/** What a statement takes and gives. */
export type SqlValue = string | number | bigint | Buffer | null;

/** The one connection that writes. SQL lives in the files of this folder and nowhere else. */
export type Db = {
  readonly sqlite: Sqlite.Database;
  readonly statements: Map<string, Sqlite.Statement<SqlValue[]>>;
  readonly hold: ProfileHold;
  /** Where a damaged file was put at this start, or null when it was sound. */
  readonly setAside: string | null;
};

const DATABASE_FILE = 'quarterdeck.db';

/**
 * SQLite before 3.51.3 could corrupt a WAL file that two connections wrote and checkpointed.
 * @see https://sqlite.org/releaselog/3_51_3.html
 */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const;

/** Opens the profile's database, creating folder and file, and brings its schema up to date. */
export function openDatabase(profile: string): Result<Db, ContractError> {
  const folder = makeFolder(profile);
  if (!folder.ok) return err(cannotOpen(profile, folder.error));
  const hold = holdProfile(profile);
  if (!hold.ok) return hold;
  const opened = openOrReplace(profile);
  if (!opened.ok) {
    hold.value.release();
    return opened;
  }
  return ok({ ...opened.value, statements: new Map(), hold: hold.value });
}

type Opened = Pick<Db, 'sqlite' | 'setAside'>;

/** A file that is no sound database is set aside, never deleted, and a new one begun in its place. */
function openOrReplace(profile: string): Result<Opened, ContractError> {
  const path = join(profile, DATABASE_FILE);
  try {
    return openFile(path, null);
  } catch (cause) {
    if (!isDamage(cause)) return err(cannotOpen(profile, cause));
  }
  try {
    return openFile(path, setAside(path));
  } catch (cause) {
    return err(cannotOpen(profile, cause));
  }
}

function openFile(path: string, damaged: string | null): Result<Opened, ContractError> {
  const sqlite = new Sqlite(path);
  try {
    setPragmas(sqlite);
    const migrated = migrate(sqlite);
    if (migrated.ok) return ok({ sqlite, setAside: damaged });
    sqlite.close();
    return migrated;
  } catch (cause) {
    sqlite.close();
    throw cause;
  }
}

function isDamage(cause: unknown): boolean {
  return cause instanceof Sqlite.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(cause.code);
}

/** Moves the file, and what SQLite keeps beside it, out of the way. Gives the new name. */
function setAside(path: string): string {
  const name = firstFree(`${path}.damaged`);
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(path + end)) renameSync(path + end, name + end);
  }
  return name;
}

function firstFree(name: string): string {
  let free = name;
  for (let n = 2; existsSync(free); n++) free = `${name}-${n}`;
  return free;
}

/** Checkpoints and closes the file; the profile is free for another process afterwards. */
export function closeDatabase(db: Db): void {
  db.statements.clear();
  db.sqlite.close();
  db.hold.release();
}

function setPragmas(sqlite: Sqlite.Database): void {
  // FULL: when the screen says "saved", a power cut does not take it back.
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('cell_size_check = ON');
  invariant(sqlite.pragma('journal_mode', { simple: true }) === 'wal', 'the database is in WAL');
  invariant(sqlite.pragma('synchronous', { simple: true }) === 2, 'synchronous is FULL');
  invariant(isSafe(sqliteVersion(sqlite)), 'SQLite is 3.51.3 or newer');
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

function cannotOpen(profile: string, cause: unknown): ContractError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return contractError(
    'storage_failed',
    `The data folder cannot be used: ${profile} (${why}).`,
    'Choose another folder with --profile, or make this one writable.',
  );
}

/** Runs `body` as one transaction: all of it reaches the disk, or none. */
export function inTransaction<T>(db: Db, body: () => T): T {
  return db.sqlite.transaction(body).immediate();
}

function statement(db: Db, sql: string): Sqlite.Statement<SqlValue[]> {
  let prepared = db.statements.get(sql);
  if (prepared === undefined) {
    prepared = db.sqlite.prepare<SqlValue[]>(sql);
    db.statements.set(sql, prepared);
  }
  return prepared;
}

/** All rows of a query. `Row` is the caller's word for the columns it names. */
export function all<Row>(db: Db, sql: string, ...values: SqlValue[]): Row[] {
  return statement(db, sql).all(...values) as Row[];
}

/** The first row, or undefined. */
export function get<Row>(db: Db, sql: string, ...values: SqlValue[]): Row | undefined {
  return statement(db, sql).get(...values) as Row | undefined;
}

/** Runs a write and tells how many rows it changed. */
export function run(db: Db, sql: string, ...values: SqlValue[]): number {
  return statement(db, sql).run(...values).changes;
}
