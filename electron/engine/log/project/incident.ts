import type { IncidentId } from '#shared/base/ids.ts';
import { keyTimeField } from '#shared/domain/key-times.ts';
import { DEFAULT_SEVERITY } from '#shared/domain/severity.ts';
import { DEFAULT_STATUS, isOver } from '#shared/domain/status.ts';
import {
  type EntityState,
  fieldStamp,
  flagField,
  textField,
  timeField,
} from '#shared/ops/merge.ts';
import type { Db } from '../../store/database.ts';
import { removeIncident, saveIncident } from '../../store/incidents.ts';
import { msOf } from './moment.ts';
import { personField } from './person.ts';

export function projectIncident(db: Db, id: IncidentId, state: EntityState): void {
  const code = textField(state, 'code');
  const status = textField(state, 'status') ?? DEFAULT_STATUS;
  // Changes can arrive before the declaration itself; until then there is nothing to show.
  if (code === null) {
    removeIncident(db, id);
    return;
  }
  // Somebody new is noted, so that their name is asked for.
  for (const field of ['watcher', 'reviewOwner']) personField(db, state, field);
  const declared = timeField(state, keyTimeField('declared'));
  saveIncident(db, {
    id,
    code,
    name: textField(state, 'name') ?? code,
    severity: textField(state, 'severity') ?? DEFAULT_SEVERITY,
    status,
    private: flagField(state, 'private'),
    summary: textField(state, 'summary') ?? '',
    impact: textField(state, 'impact') ?? '',
    declaredAt: declared ?? msOf(fieldStamp(state, 'code')) ?? 0,
    endedAt: isOver(status) ? msOf(fieldStamp(state, 'status')) : null,
  });
}
