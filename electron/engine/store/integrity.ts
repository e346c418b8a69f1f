import Sqlite from 'better-sqlite3';
import { all, type Db } from './database.ts';
import { isOfSearch, problemsOf } from './database-file.ts';

/** What SQLite's thorough check finds, indexes included but for the full-text ones. */
export function integrityProblems(db: Db): readonly string[] {
  return problemsOf(db.sqlite, 'integrity_check').filter((problem) => !isOfSearch(problem));
}

/** Makes every index again from its table. */
export function remakeIndexes(db: Db): void {
  db.sqlite.exec('REINDEX');
}

/** Whether a full-text index agrees with the text it was made from. */
export function isSearchSound(db: Db, name: string): boolean {
  try {
    db.sqlite.prepare(`INSERT INTO ${name} (${name}, rank) VALUES ('integrity-check', 1)`).run();
    return true;
  } catch (cause) {
    if (cause instanceof Sqlite.SqliteError && cause.code.startsWith('SQLITE_CORRUPT'))
      return false;
    throw cause;
  }
}

/** Each row of a table as text, in an order that depends on the rows alone. */
export function rowTexts(db: Db, table: string): Iterable<string> {
  const columns = all<{ name: string }>(db, `SELECT name FROM pragma_table_info('${table}')`);
  const row = columns.map(({ name }) => `quote("${name}")`).join(` || ',' || `);
  return db.sqlite
    .prepare<[], string>(`SELECT ${row} AS row FROM ${table} ORDER BY row`)
    .pluck()
    .iterate();
}
