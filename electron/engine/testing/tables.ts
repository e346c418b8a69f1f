import { all, type Db } from '../store/database.ts';

/** Tables that are folded from the log, with the columns that make a fixed order. */
const DERIVED = {
  entity: 'incident, entity',
  incident: 'id',
  role: 'incident, role',
  action: 'incident, id',
  entry: 'incident, id',
  timeline: 'incident, position, kind, ref',
} as const;

/** Everything the screens are made from, to compare two desktops. */
export function derivedTables(db: Db): Readonly<Record<string, readonly object[]>> {
  return Object.fromEntries(
    Object.entries(DERIVED).map(([table, order]) => [
      table,
      all<object>(db, `SELECT * FROM ${table} ORDER BY ${order}`),
    ]),
  );
}
