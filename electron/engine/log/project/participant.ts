import type { IncidentId } from '#shared/base/ids.ts';
import { type EntityState, fieldValue } from '#shared/ops/merge.ts';
import type { Db } from '../../store/database.ts';
import { removeParticipant, saveParticipant } from '../../store/participants.ts';
import { personField } from './person.ts';

export function projectParticipant(
  db: Db,
  incident: IncidentId,
  id: string,
  state: EntityState,
): void {
  const person = personField(db, state, 'person');
  const present = fieldValue(state, 'present');
  if (person === null || typeof present !== 'boolean') removeParticipant(db, incident, id);
  else saveParticipant(db, incident, { id, person, present });
}
