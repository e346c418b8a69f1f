import type { IncidentId } from '#shared/base/ids.ts';
import { RECORDS, type RecordEntity } from '#shared/domain/record-change.ts';
import { type EntityState, flagField, type Register } from '#shared/ops/merge.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import type { Db } from '../../store/database.ts';
import type { RecordRow, RecordTable } from '../../store/record-table.ts';

const register = (state: EntityState, field: string): Register | undefined =>
  Object.hasOwn(state, field) ? state[field] : undefined;

/** The fields of a record besides those that every record has; null when there is nothing to show. */
type FieldsOf<Row extends RecordRow> = (
  state: EntityState,
  db: Db,
) => Omit<Row, keyof RecordRow> | null;

/**
 * The projection of one kind of record. Edits can arrive before what they edit: until the record is
 * there, it has no row.
 */
export function projectRecord<Row extends RecordRow>(
  entity: RecordEntity,
  table: RecordTable<Row>,
  fieldsOf: FieldsOf<Row>,
) {
  return (db: Db, incident: IncidentId, id: string, state: EntityState): void => {
    const added = register(state, 'added') ?? register(state, RECORDS[entity].title);
    const fields = added === undefined ? null : fieldsOf(state, db);
    if (added === undefined || fields === null) {
      table.remove(db, incident, id);
      return;
    }
    const [, at, op] = added;
    const deleted = flagField(state, 'deleted');
    const every: RecordRow = { id, op, addedAt: stampMs(at), deleted };
    table.save(db, incident, { ...every, ...fields } as Row);
  };
}
