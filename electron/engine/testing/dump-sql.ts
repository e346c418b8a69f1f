import type Sqlite from 'better-sqlite3';

type SchemaRow = { readonly type: string; readonly name: string; readonly sql: string };

/**
 * A whole database as SQL text that makes it again: schema, rows and version. Equal databases give
 * equal text, whatever order their rows were written in.
 */
export function dumpSql(sqlite: Sqlite.Database): string {
  const version = Number(sqlite.pragma('user_version', { simple: true }));
  const schema = schemaOf(sqlite);
  const tables = schema.filter((row) => row.type === 'table');
  const shadows = shadowTables(sqlite);
  const sqlOf = (type: string) =>
    schema.filter((row) => row.type === type && !shadows.has(row.name)).map((row) => row.sql);
  const rows = tables
    .filter((row) => !isVirtual(row))
    .flatMap((row) => rowsOf(sqlite, row.name, shadows.has(row.name)));
  const lines = [
    `PRAGMA user_version = ${version};`,
    ...sqlOf('table').map(statement),
    ...rows,
    ...(hasSequence(sqlite) ? rowsOf(sqlite, 'sqlite_sequence', true) : []),
    ...['view', 'index', 'trigger'].flatMap(sqlOf).map(statement),
  ];
  return `${lines.join('\n')}\n`;
}

/** Makes a database from such text. The file must be empty. */
export function loadSql(sqlite: Sqlite.Database, text: string): void {
  // Rows of a virtual table's own tables are written as they were, which SQLite forbids else.
  sqlite.unsafeMode(true);
  sqlite.exec(`BEGIN; ${text} COMMIT;`);
  sqlite.unsafeMode(false);
}

const statement = (sql: string) => `${sql.trim()};`;
const isVirtual = (row: SchemaRow) => /^CREATE VIRTUAL/i.test(row.sql);
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function schemaOf(sqlite: Sqlite.Database): readonly SchemaRow[] {
  return sqlite
    .prepare<[], SchemaRow>(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name`,
    )
    .all();
}

/** Tables that a virtual table keeps its data in; it makes them itself. */
function shadowTables(sqlite: Sqlite.Database): ReadonlySet<string> {
  const list = sqlite.pragma('table_list') as { readonly name: string; readonly type: string }[];
  return new Set(list.filter((row) => row.type === 'shadow').map((row) => row.name));
}

function hasSequence(sqlite: Sqlite.Database): boolean {
  const found = sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'`).get();
  return found !== undefined;
}

function rowsOf(sqlite: Sqlite.Database, table: string, isReplaced: boolean): readonly string[] {
  const columns = sqlite.prepare<[], { name: string; hidden: number }>(
    `SELECT name, hidden FROM pragma_table_xinfo('${table.replaceAll("'", "''")}')`,
  );
  // Generated columns are computed anew.
  const names = columns
    .all()
    .filter((column) => column.hidden === 0)
    .map((column) => quoted(column.name));
  const values = names.map((name) => `quote(${name})`).join(` || ',' || `);
  const rows = sqlite
    .prepare<[], string>(`SELECT ${values} FROM ${quoted(table)} ORDER BY ${names.join(', ')}`)
    .pluck()
    .all();
  const into = `INSERT INTO ${quoted(table)} (${names.join(', ')}) VALUES`;
  const inserts = rows.map((row) => `${into} (${row});`);
  return isReplaced ? [`DELETE FROM ${quoted(table)};`, ...inserts] : inserts;
}
