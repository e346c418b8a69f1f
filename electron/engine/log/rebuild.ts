import type { IncidentId } from '#shared/base/ids.ts';
import { type EntityState, mergeOp } from '#shared/ops/merge.ts';
import { type Db, run } from '../store/database.ts';
import { saveEntityState } from '../store/entities.ts';
import { opsOf } from '../store/ops.ts';
import { projectEntity, projectLine } from './project.ts';

const DERIVED = ['entity', 'incident', 'role', 'action', 'entry'] as const;

/**
 * Makes the derived tables again from the log alone. Lines of Slack messages are not from the log
 * and stay. The caller holds the transaction.
 */
export function rebuild(db: Db): void {
  for (const table of DERIVED) run(db, `DELETE FROM ${table}`);
  run(db, `DELETE FROM timeline WHERE kind <> 'message'`);
  const states = new Map<string, { incident: IncidentId; entity: string; state: EntityState }>();
  for (const op of opsOf(db, null)) {
    const key = `${op.incident} ${op.entity}`;
    const held = states.get(key);
    const state = mergeOp(held?.state ?? {}, op);
    states.set(key, { incident: op.incident, entity: op.entity, state });
    projectLine(db, op);
  }
  for (const { incident, entity, state } of states.values()) {
    saveEntityState(db, incident, entity, state);
    projectEntity(db, incident, entity, state);
  }
}
