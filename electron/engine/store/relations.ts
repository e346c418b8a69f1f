import { type RecordRow, recordTable } from './record-table.ts';

/** `id` is the other incident's. */
export type RelationRecord = RecordRow & {
  readonly as: string;
  readonly code: string;
  /** Null where it may not be told here. */
  readonly name: string | null;
};

export const relations = recordTable<RelationRecord>('relation', {
  as: 'plain',
  code: 'plain',
  name: 'plain',
});
