import type { Json } from '#shared/base/json.ts';
import type { FieldDefinition } from '#shared/domain/custom-field.ts';
import { all, type Db } from './database.ts';
import { type RecordRow, recordTable } from './record-table.ts';

/** A field of one incident: its definition as it travelled, and its value. */
export type FieldRecord = RecordRow & FieldDefinition & { readonly value: Json };

export const customFields = recordTable<FieldRecord>('custom_field', {
  name: 'plain',
  type: 'plain',
  options: 'json',
  value: 'json',
});

/** A definition that some incident carries, and when it was given there. */
export type SeenField = FieldDefinition & { readonly id: string; readonly definedAt: number };

/** The latest definition of every field that any incident here carries. */
export function seenFields(db: Db): SeenField[] {
  return all<Omit<SeenField, 'options'> & { readonly options: string }>(
    db,
    `SELECT id, name, type, options, max(added_at) AS definedAt FROM custom_field
     WHERE deleted = 0 GROUP BY id ORDER BY id`,
  ).map((row) => ({ ...row, options: JSON.parse(row.options) as readonly string[] }));
}
