import type { IncidentId } from '#shared/base/ids.ts';
import { type EntityState, fieldStamp, flagField, textField } from '#shared/ops/merge.ts';
import { removeAction, saveAction } from '../../store/actions.ts';
import type { Db } from '../../store/database.ts';
import { msOf } from './moment.ts';
import { personField } from './person.ts';

export function projectAction(db: Db, incident: IncidentId, id: string, state: EntityState): void {
  const text = textField(state, 'text');
  if (text === null) {
    removeAction(db, incident, id);
    return;
  }
  const done = flagField(state, 'done');
  saveAction(db, incident, {
    id,
    text,
    owner: personField(db, state, 'owner'),
    done,
    addedAt: msOf(fieldStamp(state, 'added')) ?? msOf(fieldStamp(state, 'text')) ?? 0,
    doneAt: done ? msOf(fieldStamp(state, 'done')) : null,
  });
}
