// The tables the screens read. They must be alike everywhere, and be what a rebuild makes of the log.
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DERIVED, rebuild } from '../engine/log/rebuild.ts';
import { closeDatabase, inTransaction, openDatabase } from '../engine/store/database.ts';
import { derivedTables } from '../engine/testing/tables.ts';
import { databaseImage, putDatabase } from './profile-files.ts';
import type { Stored } from './stored.ts';

/** One incident's rows of each derived table, as text in a fixed order. */
export function derivedRows(stored: Stored, incident: string): Readonly<Record<string, string>> {
  const tables: { [table: string]: string } = {};
  for (const [table, column] of Object.entries({ ...DERIVED, timeline: 'incident' })) {
    const rows = stored.rows(`SELECT * FROM ${table} WHERE ${column} = ?`, incident);
    // Lines of messages follow what each desktop saw of Slack, deletions included.
    const own = rows.filter((row) => row.kind !== 'message' || table !== 'timeline');
    // A number for an id only counts rows, in the order in which they came.
    tables[table] = own
      .map(({ id, ...row }) => JSON.stringify(typeof id === 'number' ? row : { id, ...row }))
      .sort()
      .join('\n');
  }
  return tables;
}

/** Names of the tables that a rebuild from the log alone would change. */
export function changedByRebuild(profile: string): readonly string[] {
  const folder = mkdtempSync(join(dirname(profile), 'rebuild-'));
  try {
    putDatabase(folder, databaseImage(profile));
    const opened = openDatabase(folder);
    if (!opened.ok) return [`(${opened.error.message})`];
    const db = opened.value;
    const before = derivedTables(db);
    inTransaction(db, () => rebuild(db, null));
    const after = derivedTables(db);
    closeDatabase(db);
    return Object.keys(before).filter(
      (table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
