import type { Db } from '../engine/store/database.ts';
import { closeDatabase, openDatabase } from '../engine/store/database.ts';
import { derivedTables } from '../engine/testing/tables.ts';
import type { Findings } from './audit.ts';

type Row = Readonly<Record<string, unknown>>;

/** What anybody in the workspace can see of a folder's incidents: all tables, without private ones. */
function publicTables(db: Db): Readonly<Record<string, readonly Row[]>> {
  const tables = derivedTables(db) as Readonly<Record<string, readonly Row[]>>;
  const hidden = new Set(
    (tables.incident ?? []).filter((row) => row.private === 1).map((row) => row.id),
  );
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.filter((row) => !hidden.has(name === 'incident' ? row.id : row.incident)),
    ]),
  );
}

/** A desk that has only read Slack shows what the one that was killed shows. */
export function compareDesks(profile: string, other: string): Findings {
  const [one, two] = [tablesIn(profile), tablesIn(other)];
  return Object.keys(one)
    .filter((table) => JSON.stringify(one[table]) !== JSON.stringify(two[table]))
    .map((table) => `the two desks differ in ${table}`);
}

function tablesIn(profile: string): ReturnType<typeof publicTables> {
  const opened = openDatabase(profile);
  if (!opened.ok) throw new Error(opened.error.message);
  try {
    return publicTables(opened.value);
  } finally {
    closeDatabase(opened.value);
  }
}
