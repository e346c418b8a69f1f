import { MINUTE } from '#shared/base/duration.ts';
import { err } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { LONG_INCIDENT_MIN_MS, LONG_INCIDENT_MS } from '#shared/domain/cadence.ts';
import { type KeyTimes, keyTimeField } from '#shared/domain/key-times.ts';
import type { Db } from '../store/database.ts';
import type { IncidentRecord } from '../store/incidents.ts';
import { situationOf } from '../store/situations.ts';
import { edit, type Patch, setting } from './edit.ts';
import { type CommandHandlers, DONE, findIncident } from './handler.ts';
import { personOrNull } from './people.ts';
import { leaveMerge } from './relation.ts';

type SituationCommands = Pick<
  CommandHandlers,
  'incident.set-status' | 'incident.set-situation' | 'incident.set-pace' | 'incident.set-review'
>;

const TOO_EARLY = contractError(
  'not_possible',
  'It is too early to tell that this will take long.',
  'Decide it after the first hour.',
);

export const situationCommands: SituationCommands = {
  'incident.set-status': (context, { incident, status, reason, ...watch }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    if (found.value.status === 'merged') return leaveMerge(context, found.value, status);
    const isNew = found.value.status !== status;
    // A reason belongs to the status it was given for.
    const statusReason = isNew ? (reason ?? '') : reason;
    const soak = status === 'monitoring' ? soakFields(context.ports.clock.now(), isNew, watch) : {};
    edit(context, incident, 'incident', { status, statusReason, ...soak });
    return DONE;
  },
  'incident.set-situation': (context, { incident, since, ...fields }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    edit(context, incident, 'incident', { ...fields, [keyTimeField('began')]: since });
    return DONE;
  },
  'incident.set-pace': (context, { incident, every }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const { madeAt } = situationOf(context.db, incident);
    const isEarly = context.ports.clock.now() < madeAt + LONG_INCIDENT_MIN_MS;
    if (every !== null && isEarly) return err(TOO_EARLY);
    edit(context, incident, 'incident', { updateEvery: every });
    return DONE;
  },
  'incident.set-review': setting('incident', ({ owner, by, state }) => ({
    ...(owner === undefined ? {} : { reviewOwner: owner }),
    ...(by === undefined ? {} : { reviewBy: by }),
    ...(state === undefined ? {} : { reviewState: state }),
  })),
};

type Watch = {
  readonly soakMinutes?: number | undefined;
  readonly watchFor?: string | undefined;
  readonly watcher?: string | null | undefined;
};

/** What an earlier watch was about is not what this one is about. */
function soakFields(now: number, isNew: boolean, watch: Watch): Patch {
  const { soakMinutes, watchFor, watcher } = watch;
  const soakUntil = soakMinutes === undefined ? undefined : now + soakMinutes * MINUTE;
  if (!isNew) return { soakUntil, watchFor, watcher };
  return { soakUntil: soakUntil ?? null, watchFor: watchFor ?? '', watcher: watcher ?? null };
}

type SituationPart = Pick<
  IncidentViewT,
  | 'situation'
  | 'statusReason'
  | 'soak'
  | 'severityConfirmed'
  | 'longIncident'
  | 'retrospective'
  | 'review'
>;

/** How an incident stands and how it is run, as its page shows it. */
export function situationPart(db: Db, { id }: IncidentRecord, keyTimes: KeyTimes): SituationPart {
  const held = situationOf(db, id);
  const { symptoms, scope, trend, soak, review, madeAt } = held;
  return {
    situation: { symptoms, scope, trend, since: keyTimes.began?.at ?? null },
    statusReason: held.statusReason,
    soak: soak === null ? null : { ...soak, watcher: personOrNull(db, soak.watcher) },
    severityConfirmed: held.severityConfirmed,
    longIncident: {
      every: held.longEvery,
      possibleAt: madeAt + LONG_INCIDENT_MIN_MS,
      offerAt: madeAt + LONG_INCIDENT_MS,
    },
    retrospective: held.retrospective,
    review: { ...review, owner: personOrNull(db, review.owner) },
  };
}
