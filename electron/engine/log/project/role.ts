import type { IncidentId } from '#shared/base/ids.ts';
import { type EntityState, flagField, textField } from '#shared/ops/merge.ts';
import type { Db } from '../../store/database.ts';
import { saveRole } from '../../store/roles.ts';
import { personField } from './person.ts';

export function projectRole(db: Db, incident: IncidentId, role: string, state: EntityState): void {
  saveRole(db, incident, {
    role,
    person: personField(db, state, 'person'),
    name: textField(state, 'name'),
    deleted: flagField(state, 'deleted'),
  });
}
