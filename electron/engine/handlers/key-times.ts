import { endOf, type KeyTimes, keyTimesOf } from '#shared/domain/key-times.ts';
import { isOver } from '#shared/domain/status.ts';
import { fieldValue } from '#shared/ops/merge.ts';
import type { Db } from '../store/database.ts';
import { entityState } from '../store/entities.ts';
import type { IncidentRecord } from '../store/incidents.ts';
import { statusHistory } from '../store/statuses.ts';

/** What is known of an incident's key times, from its log. */
export function keyTimes(db: Db, { id, declaredAt }: IncidentRecord): KeyTimes {
  const state = entityState(db, id, 'incident');
  return keyTimesOf(declaredAt, statusHistory(db, id), (field) => fieldValue(state, field));
}

/** When the incident's clock stopped, or null while it runs. Closing does not start it again. */
export function endedAt(db: Db, incident: IncidentRecord): number | null {
  if (incident.endedAt === null || !isOver(incident.status)) return null;
  return endOf(keyTimes(db, incident), incident.endedAt);
}
