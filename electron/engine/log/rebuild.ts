import type { IncidentId } from '#shared/base/ids.ts';
import { type EntityState, mergeOp } from '#shared/ops/merge.ts';
import { type Db, run } from '../store/database.ts';
import { saveEntityState } from '../store/entities.ts';
import { derive, opsOf } from '../store/ops.ts';
import { pruneWritten } from '../store/search.ts';
import { projectEntity, projectLine } from './project.ts';

/** The derived tables, with the column that names the incident. */
export const DERIVED = {
  entity: 'incident',
  incident: 'id',
  role: 'incident',
  action: 'incident',
  follow_up: 'incident',
  incident_update: 'incident',
  decision: 'incident',
  hypothesis: 'incident',
  link: 'incident',
  handover: 'incident',
  relation: 'incident',
  participant: 'incident',
  custom_field: 'incident',
  entry: 'incident',
  entry_image: 'incident',
  line_mark: 'incident',
} as const;

/**
 * Makes the derived tables again from the log alone: those of one incident, or (null) all. Lines of
 * Slack messages are not from the log and stay. The caller holds the transaction.
 */
export function rebuild(db: Db, only: IncidentId | null): void {
  for (const [table, column] of Object.entries(DERIVED)) clear(db, table, column, 'true', only);
  clear(db, 'timeline', 'incident', `kind <> 'message'`, only);
  derive(db, only);
  const states = new Map<string, { incident: IncidentId; entity: string; state: EntityState }>();
  for (const logged of opsOf(db, only)) {
    const { incident, entity } = logged.op;
    const key = `${incident} ${entity}`;
    const state = mergeOp(states.get(key)?.state ?? {}, logged);
    states.set(key, { incident, entity, state });
    projectLine(db, logged);
  }
  for (const { incident, entity, state } of states.values()) {
    saveEntityState(db, incident, entity, state);
    projectEntity(db, incident, entity, state);
  }
  pruneWritten(db, only);
}

/** Two statements, since one that serves both cases cannot use an index. */
function clear(
  db: Db,
  table: string,
  column: string,
  which: string,
  only: IncidentId | null,
): void {
  if (only === null) run(db, `DELETE FROM ${table} WHERE ${which}`);
  else run(db, `DELETE FROM ${table} WHERE ${column} = ? AND ${which}`, only);
}
