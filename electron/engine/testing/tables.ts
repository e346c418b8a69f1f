import { compareText } from '#shared/base/order.ts';
import { DERIVED } from '../log/rebuild.ts';
import { all, type Db } from '../store/database.ts';

/** Everything the screens are made from, to compare two desktops. Rows in an order of their own. */
export function derivedTables(db: Db): Readonly<Record<string, readonly object[]>> {
  return Object.fromEntries(
    [...Object.keys(DERIVED), 'timeline'].map((table) => [table, rowsInOrder(db, table)]),
  );
}

function rowsInOrder(db: Db, table: string): readonly object[] {
  const rows = all<object>(db, `SELECT * FROM ${table}`);
  const texts = new Map(rows.map((row) => [row, JSON.stringify(row)]));
  return rows.sort((a, b) => compareText(texts.get(a) ?? '', texts.get(b) ?? ''));
}
