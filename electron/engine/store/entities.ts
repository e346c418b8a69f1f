import type { IncidentId } from '#shared/base/ids.ts';
import { compareText } from '#shared/base/order.ts';
import type { EntityState } from '#shared/ops/merge.ts';
import { type Db, get, run } from './database.ts';

/** All fields of an entity with the writes that hold them; empty when none was written. */
export function entityState(db: Db, incident: IncidentId, entity: string): EntityState {
  const row = get<{ state: string }>(
    db,
    'SELECT state FROM entity WHERE incident = ? AND entity = ?',
    incident,
    entity,
  );
  return row === undefined ? {} : (JSON.parse(row.state) as EntityState);
}

export function saveEntityState(
  db: Db,
  incident: IncidentId,
  entity: string,
  state: EntityState,
): void {
  run(
    db,
    `INSERT INTO entity (incident, entity, state) VALUES (?, ?, ?)
     ON CONFLICT (incident, entity) DO UPDATE SET state = excluded.state`,
    incident,
    entity,
    stateText(state),
  );
}

/** Fields in a fixed order, so that equal states are equal text. */
function stateText(state: EntityState): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(state).sort(([a], [b]) => compareText(a, b))),
  );
}
