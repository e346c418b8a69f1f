import type { IncidentId } from '#shared/base/ids.ts';
import type { Db } from './database.ts';
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

/** Where an incident was merged into, as far as its own log says. */
export function mergedInto(db: Db, incident: IncidentId): RelationRecord | null {
  return relations.of(db, incident).findLast(({ as }) => as === 'merged-into') ?? null;
}
