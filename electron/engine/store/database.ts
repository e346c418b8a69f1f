import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import { type Backup, backUpBeforeMigration, newestGoodBackup, putBack } from './backup.ts';
import { cannotStart } from './cannot-start.ts';
import {
  connect,
  connectToRead,
  DATABASE_FILE,
  Damaged,
  damageIn,
  isDamage,
  isRagged,
  mendSearch,
  setAside,
} from './database-file.ts';
import { makeFolder } from './folder.ts';
import { INDEX_NEW } from './index-new.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import { holdProfile, type ProfileHold } from './profile-hold.ts';
import { readSession, writeSession } from './session-file.ts';
import { NO_CLOCK, type SlowStatements } from './slow-statements.ts';

/** What a statement takes and gives. */
export type SqlValue = string | number | bigint | Buffer | null;

/** The one connection that writes. SQL lives in the files of this folder and nowhere else. */
export type Db = {
  readonly sqlite: Sqlite.Database;
  readonly statements: Map<string, Sqlite.Statement<SqlValue[]>>;
  /** What was asked since the last write, by question. */
  readonly remembered: Map<string, unknown>;
  readonly hold: ProfileHold;
  readonly profile: string;
  readonly opening: Opening;
  readonly health: Health;
  readonly slow: SlowStatements;
};

/** What is known of the file by now. */
export type Health = {
  /** Damage has shown since the start: it is checked, and replaced, at the next one. */
  isDamaged: boolean;
  /** It is older than what was here last: somebody put it here, or a start did. */
  isOldCopy: boolean;
};

/** What had to be done about the file at a start. */
export type Opening = {
  /** Where a damaged file was put, or null when it was sound. */
  readonly setAside: string | null;
  /** The backup that took the place of a file that was damaged or gone. */
  readonly restored: Backup | null;
  /** There was no file, and no backup of one. */
  readonly isNew: boolean;
  /** A full-text index was damaged and made again. */
  readonly isSearchRemade: boolean;
  /** A newer version wrote it: it is open for reading only. */
  readonly isNewer: boolean;
};

const SOUND: Opening = {
  setAside: null,
  restored: null,
  isNew: false,
  isSearchRemade: false,
  isNewer: false,
};

/**
 * Opens the profile's database, creating folder and file, and brings its schema up to date.
 * @param how.isSuspect looks the whole file through before it is used
 * @param how.slow notices statements that take long
 */
export function openDatabase(
  profile: string,
  how: { readonly isSuspect?: boolean; readonly slow?: SlowStatements } = {},
): Result<Db, ContractError> {
  const folder = makeFolder(profile);
  if (!folder.ok) return err(cannotStart(profile, folder.error));
  const hold = holdProfile(profile);
  if (!hold.ok) return hold;
  const opened = openOrRestore(profile, how.isSuspect ?? false);
  if (!opened.ok) {
    hold.value.release();
    return opened;
  }
  const health = { isDamaged: false, isOldCopy: false };
  const fresh = { statements: new Map(), remembered: new Map(), slow: how.slow ?? NO_CLOCK };
  return ok({ ...opened.value, ...fresh, hold: hold.value, profile, health });
}

type Opened = Pick<Db, 'sqlite' | 'opening'>;

/**
 * A file that is no sound database is set aside, never deleted; the newest good backup takes its
 * place, or else a new one is begun. The journal and Slack then bring what came since.
 */
function openOrRestore(profile: string, isSuspect: boolean): Result<Opened, ContractError> {
  const path = join(profile, DATABASE_FILE);
  try {
    return isEmpty(path) ? restore(profile, path) : openSound(profile, path, isSuspect);
  } catch (cause) {
    if (!isDamage(cause)) return err(cannotStart(profile, cause));
  }
  try {
    return restore(profile, path);
  } catch (cause) {
    return err(cannotStart(profile, cause));
  }
}

/** SQLite takes an empty file for a new database. */
const isEmpty = (path: string) => !existsSync(path) || statSync(path).size === 0;

/** A file in which damage showed at its last use is looked through before it is used again. */
function openSound(
  profile: string,
  path: string,
  isSuspect: boolean,
): Result<Opened, ContractError> {
  if (isNewer(path)) {
    return ok({ sqlite: connectToRead(path), opening: { ...SOUND, isNewer: true } });
  }
  const isLookedThrough = isSuspect || isRagged(path) || readSession(profile)?.isSuspect === true;
  const isSearchRemade = isLookedThrough && throwIfDamaged(path);
  return openFile(profile, path, { ...SOUND, isSearchRemade });
}

/** Looked up without a connection that writes: closing one would move the WAL into the file. */
function isNewer(path: string): boolean {
  const sqlite = connectToRead(path);
  try {
    return Number(sqlite.pragma('user_version', { simple: true })) > MIGRATIONS.length;
  } finally {
    sqlite.close();
  }
}

/** Looks a closed file through. Tells whether its full-text indexes had to be made again. */
function throwIfDamaged(path: string): boolean {
  const sqlite = connect(path);
  try {
    const damage = damageIn(sqlite);
    if (damage !== null) throw new Damaged(damage);
    return mendSearch(sqlite);
  } finally {
    sqlite.close();
  }
}

function restore(profile: string, path: string): Result<Opened, ContractError> {
  // A WAL without its database belongs to nothing: over another file it would do harm.
  const isAnything = !isEmpty(path) || !isEmpty(`${path}-wal`);
  const damaged = isAnything ? setAside(path) : null;
  const backup = newestGoodBackup(profile, MIGRATIONS.length);
  if (backup !== null) {
    putBack(backup, path);
    throwIfDamaged(path);
  }
  const isNew = backup === null;
  return openFile(profile, path, { ...SOUND, setAside: damaged, restored: backup, isNew });
}

function openFile(profile: string, path: string, opening: Opening): Result<Opened, ContractError> {
  let sqlite = connect(path);
  try {
    const version = Number(sqlite.pragma('user_version', { simple: true }));
    if (version > 0 && version < MIGRATIONS.length) {
      // Closed by its only user the database is one file, and a copy of that is all of it.
      sqlite.close();
      if (!isEmpty(`${path}-wal`)) throw new Error('the WAL could not be written back');
      backUpBeforeMigration(profile, path, MIGRATIONS.length);
      sqlite = connect(path);
    }
    const migrated = migrate(sqlite);
    if (migrated.ok) return ok({ sqlite, opening });
    sqlite.close();
    return migrated;
  } catch (cause) {
    sqlite.close();
    throw cause;
  }
}

/** Checkpoints and closes the file; the profile is free for another process afterwards. */
export function closeDatabase(db: Db): void {
  db.statements.clear();
  db.sqlite.close();
  try {
    const session = db.opening.isNewer ? null : readSession(db.profile);
    if (session !== null) writeSession(db.profile, { ...session, isClosed: true });
  } catch {
    // The disk is full, or gone: the next start takes the file for one that was not closed.
  } finally {
    db.hold.release();
  }
}

/** Runs `body` as one transaction: all of it reaches the disk, full text included, or none. */
export function inTransaction<T>(db: Db, body: () => T): T {
  const from = db.slow.now();
  try {
    const whole = () => {
      const result = body();
      for (const sql of INDEX_NEW) statement(db, sql).run();
      return result;
    };
    const result = db.sqlite.transaction(whole).immediate();
    db.slow.ran('transaction', from);
    return result;
  } catch (cause) {
    // What was remembered on the way tells of writes that are undone.
    db.remembered.clear();
    throw noted(db, cause);
  }
}

/** Counts every row written since the start. */
export function changesSoFar(db: Db): number {
  return get<{ n: number }>(db, 'SELECT total_changes() AS n')?.n ?? 0;
}

/** Above this the WAL is written back and cut off, in bytes. */
const WAL_MAX = 4_000_000;

/** Writes a long WAL back into the file: SQLite by itself reuses it and never makes it shorter. */
export function truncateWal(db: Db): void {
  const wal = join(db.profile, `${DATABASE_FILE}-wal`);
  if (existsSync(wal) && statSync(wal).size > WAL_MAX) db.sqlite.pragma('wal_checkpoint(TRUNCATE)');
}

/** Remembers damage, so that the next start looks the file through. Gives `cause` back. */
export function noted(db: Db, cause: unknown): unknown {
  if (!isDamage(cause) || db.health.isDamaged) return cause;
  db.health.isDamaged = true;
  try {
    const session = readSession(db.profile);
    if (session !== null) writeSession(db.profile, { ...session, isSuspect: true });
  } catch {
    // The disk refuses this too; the failure that is on its way to the person says so.
  }
  return cause;
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
  try {
    const from = db.slow.now();
    const rows = statement(db, sql).all(...values) as Row[];
    db.slow.ran(sql, from);
    return rows;
  } catch (cause) {
    throw noted(db, cause);
  }
}

/** The first row, or undefined. */
export function get<Row>(db: Db, sql: string, ...values: SqlValue[]): Row | undefined {
  try {
    const from = db.slow.now();
    const row = statement(db, sql).get(...values) as Row | undefined;
    db.slow.ran(sql, from);
    return row;
  } catch (cause) {
    throw noted(db, cause);
  }
}

/** Runs a write and tells how many rows it changed. */
export function run(db: Db, sql: string, ...values: SqlValue[]): number {
  try {
    const from = db.slow.now();
    const { changes } = statement(db, sql).run(...values);
    db.slow.ran(sql, from);
    if (changes > 0) db.remembered.clear();
    return changes;
  } catch (cause) {
    throw noted(db, cause);
  }
}

/**
 * An answer that stays until something is written. For what is asked again and again while nothing
 * happens: SQLite takes a lock for each question, which costs more than most answers.
 * @param question names it and all that it depends on beside the tables
 */
export function remembered<T>(db: Db, question: string, ask: () => T): T {
  if (!db.remembered.has(question)) db.remembered.set(question, ask());
  return db.remembered.get(question) as T;
}
