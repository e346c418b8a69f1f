import type { IncidentId } from '#shared/base/ids.ts';
import type { UpdateDue } from '#shared/domain/cadence.ts';
import type { Nudge } from '#shared/domain/nudge.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { LEAD } from '#shared/domain/role.ts';
import { fieldStamp } from '#shared/ops/merge.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import { type ActionRecord, actions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { type DecisionRecord, decisions } from '../store/decisions.ts';
import { entityState } from '../store/entities.ts';
import { type FollowUpRecord, followUps } from '../store/follow-ups.ts';
import { type HandoverRecord, handovers } from '../store/handovers.ts';
import { incidentById, type LedIncident } from '../store/incidents.ts';
import { roleOf } from '../store/roles.ts';
import { type Situation, situationOf } from '../store/situations.ts';
import { owesUpdates, updatesDue } from '../store/update-clocks.ts';

/** One incident as the rules see it. Times in ms since 1970. */
export type Snapshot = {
  readonly now: number;
  /** The IANA zone of whoever is nudged. */
  readonly zone: string;
  readonly incident: LedIncident;
  readonly situation: Situation;
  /** It is under way and not paused. */
  readonly isRunning: boolean;
  /** Since when the lead leads, or nobody does. */
  readonly leadSince: number;
  readonly statusSince: number;
  readonly updatesDue: readonly UpdateDue[];
  /** Who looks after the updates beside the lead. */
  readonly comms: PersonRef | null;
  readonly actions: readonly ActionRecord[];
  readonly decisions: readonly (DecisionRecord & { readonly decidedAt: number })[];
  /** Roles on offer. */
  readonly offers: readonly HandoverRecord[];
  readonly followUps: readonly FollowUpRecord[];
};

/** Reads all that the rules ask for; null when the incident is not here. */
export function snapshotOf(
  db: Db,
  id: IncidentId,
  at: Pick<Snapshot, 'now' | 'zone'>,
): Snapshot | null {
  const incident = incidentById(db, id);
  if (incident === null) return null;
  const situation = situationOf(db, id);
  const writtenAt = (entity: string, field: string) => {
    const stamp = fieldStamp(entityState(db, id, entity), field);
    return stamp === null ? null : stampMs(stamp);
  };
  return {
    ...at,
    incident,
    situation,
    isRunning: owesUpdates(incident.status),
    leadSince: writtenAt(`role:${LEAD}`, 'person') ?? situation.madeAt,
    statusSince: writtenAt('incident', 'status') ?? situation.madeAt,
    updatesDue: updatesDue(db, incident),
    comms: roleOf(db, id, 'comms')?.person ?? null,
    actions: actions.of(db, id),
    decisions: decisions.of(db, id).map((decision) => ({
      ...decision,
      decidedAt: writtenAt(`decision:${decision.id}`, 'choice') ?? decision.addedAt,
    })),
    offers: handovers.of(db, id).filter(({ state }) => state === 'offered'),
    followUps: followUps.of(db, id),
  };
}

/** A rule: what its part of the practice asks for, due or to come. Pure. */
export type Rule = (snapshot: Snapshot) => readonly Nudge[];
