import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { all, type Db, get, run, type SqlValue } from './database.ts';

/** What every record of an incident has. */
export type RecordRow = {
  readonly id: string;
  /** The op that made it: who, and whether it has left. */
  readonly op: OpId;
  /** ms since 1970. */
  readonly addedAt: number;
  /** Off the screens, and to be had back. */
  readonly deleted: boolean;
};

/** `plain` is stored as it is, `flag` as 0 or 1, `json` as its text. */
type Storage = 'plain' | 'flag' | 'json';
type Columns<Row extends RecordRow> = {
  readonly [K in Exclude<keyof Row, keyof RecordRow>]: Storage;
};

/** The rows of one kind of record, an incident's at a time. */
export type RecordTable<Row extends RecordRow> = {
  readonly save: (db: Db, incident: IncidentId, row: Row) => void;
  /** Takes a row away that the log does not justify (yet). */
  readonly remove: (db: Db, incident: IncidentId, id: string) => void;
  /** Also one that was deleted. */
  readonly byId: (db: Db, incident: IncidentId, id: string) => Row | null;
  /** Those that were not deleted, in the order in which they were added. */
  readonly of: (db: Db, incident: IncidentId) => Row[];
  /** Those that were deleted, and can be had back. */
  readonly removedOf: (db: Db, incident: IncidentId) => Row[];
};

/**
 * A table with a row a record, whose columns are the record's fields by their own names.
 * @param columns the fields besides those that every record has
 */
export function recordTable<Row extends RecordRow>(
  table: string,
  columns: Columns<Row>,
): RecordTable<Row> {
  const storage: Record<string, Storage> = {
    id: 'plain',
    op: 'plain',
    addedAt: 'plain',
    deleted: 'flag',
    ...columns,
  };
  const names = Object.keys(storage);
  const stored = names.map(columnName);
  const where = `FROM ${table} WHERE incident = ?`;
  const selected = names.map((name) => `${columnName(name)} AS "${name}"`).join(', ');
  const upsert = `INSERT INTO ${table} (incident, ${stored.join(', ')})
    VALUES (?, ${stored.map(() => '?').join(', ')})
    ON CONFLICT (incident, id) DO UPDATE SET
      ${stored.map((name) => `${name} = excluded.${name}`).join(', ')}`;
  const toRow = (found: Record<string, SqlValue>): Row =>
    Object.fromEntries(names.map((name) => [name, fromSql(storage[name], found[name])])) as Row;
  const inOrder = (db: Db, incident: IncidentId, deleted: 0 | 1) =>
    all<Record<string, SqlValue>>(
      db,
      `SELECT ${selected} ${where} AND deleted = ? ORDER BY added_at, id`,
      incident,
      deleted,
    ).map(toRow);
  return {
    save: (db, incident, row) => {
      const values = row as unknown as Record<string, unknown>;
      run(db, upsert, incident, ...names.map((name) => toSql(storage[name], values[name])));
    },
    remove: (db, incident, id) => {
      run(db, `DELETE FROM ${table} WHERE incident = ? AND id = ?`, incident, id);
    },
    byId: (db, incident, id) => {
      const sql = `SELECT ${selected} ${where} AND id = ?`;
      const found = get<Record<string, SqlValue>>(db, sql, incident, id);
      return found === undefined ? null : toRow(found);
    },
    of: (db, incident) => inOrder(db, incident, 0),
    removedOf: (db, incident) => inOrder(db, incident, 1),
  };
}

/** `addedAt` → `"added_at"`; quoted, since some are words of SQL (`from`). */
const columnName = (field: string) =>
  `"${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;

function toSql(storage: Storage | undefined, value: unknown): SqlValue {
  if (storage === 'flag') return value === true ? 1 : 0;
  return storage === 'json' ? JSON.stringify(value) : (value as SqlValue);
}

function fromSql(storage: Storage | undefined, value: SqlValue | undefined): unknown {
  if (storage === 'flag') return value === 1;
  return storage === 'json' ? JSON.parse(String(value)) : value;
}
