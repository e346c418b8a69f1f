import type { IncidentId } from '#shared/base/ids.ts';
import { isSilent } from '#shared/ops/changes/timeline.ts';
import type { EntityState, LoggedOp } from '#shared/ops/merge.ts';
import { entityParts } from '#shared/ops/op.ts';
import type { Db } from '../store/database.ts';
import { addLine } from '../store/timeline.ts';
import { projectAction } from './project/action.ts';
import { projectCustomField } from './project/custom-field.ts';
import { projectDecision } from './project/decision.ts';
import { projectEntry } from './project/entry.ts';
import { projectFollowUp } from './project/follow-up.ts';
import { projectHandover } from './project/handover.ts';
import { projectHypothesis } from './project/hypothesis.ts';
import { projectIncident } from './project/incident.ts';
import { projectLineMark } from './project/line.ts';
import { projectLink } from './project/link.ts';
import { projectParticipant } from './project/participant.ts';
import { projectRelation } from './project/relation.ts';
import { projectRole } from './project/role.ts';
import { projectUpdate } from './project/update.ts';
import { projectWritten } from './project/written.ts';

/** Writes the rows of one entity. `key` is the entity's own id. */
type Project = (db: Db, incident: IncidentId, key: string, state: EntityState) => void;

const PROJECTIONS: ReadonlyMap<string, Project> = new Map<string, Project>([
  ['incident', (db, incident, _key, state) => projectIncident(db, incident, state)],
  ['role', projectRole],
  ['handover', projectHandover],
  ['action', projectAction],
  ['follow_up', projectFollowUp],
  ['update', projectUpdate],
  ['decision', projectDecision],
  ['hypothesis', projectHypothesis],
  ['link', projectLink],
  ['relation', projectRelation],
  ['participant', projectParticipant],
  ['field', projectCustomField],
  ['entry', projectEntry],
  ['line', projectLineMark],
]);

/**
 * Writes the rows that the screens read for one entity. A pure function of the entity's state, so
 * equal logs give equal tables. An entity of a kind we do not know has no rows, only its state.
 */
export function projectEntity(
  db: Db,
  incident: IncidentId,
  entity: string,
  state: EntityState,
): void {
  const { kind, key } = entityParts(entity);
  PROJECTIONS.get(kind)?.(db, incident, key, state);
  projectWritten(db, incident, entity, state);
}

/** The line an op has in the timeline by itself, if it has one. */
export function projectLine(db: Db, { op, stamp }: LoggedOp): void {
  if (isSilent(op, entityParts(op.entity).kind)) return;
  addLine(db, op.incident, { position: stamp, kind: 'change', ref: op.id });
}
