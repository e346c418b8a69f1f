import type { IncidentId } from '#shared/base/ids.ts';
import { phaseOf } from '#shared/domain/status.ts';
import { textField } from '#shared/ops/merge.ts';
import type { Db } from './database.ts';
import { entityState } from './entities.ts';
import { incidentById, incidentsByTime, type LedIncident } from './incidents.ts';
import { mergedInto } from './relations.ts';

/** The field of an incident that holds what its declaration was told apart by. */
export const DECLARATION_KEY = 'declarationKey';

/**
 * The incident that a key stands for: the one that was declared with it and is not over, or the one
 * that it was merged into. Once that is over, the key is free: the alert has fired anew.
 */
export function activeByKey(db: Db, key: string): LedIncident | null {
  for (const incident of incidentsByTime(db)) {
    if (textField(entityState(db, incident.id, 'incident'), DECLARATION_KEY) !== key) continue;
    const meant = incident.status === 'merged' ? target(db, incident) : incident;
    if (meant !== null && phaseOf(meant.status) === 'active') return meant;
  }
  return null;
}

function target(db: Db, incident: LedIncident): LedIncident | null {
  const into = mergedInto(db, incident.id);
  return into === null ? null : incidentById(db, into.id as IncidentId);
}
