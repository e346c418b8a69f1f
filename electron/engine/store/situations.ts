import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import {
  type EntityState,
  fieldStamp,
  fieldValue,
  flagField,
  textField,
  timeField,
} from '#shared/ops/merge.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import type { Db } from './database.ts';
import { entityState } from './entities.ts';

/** How an incident stands and how it is run: fields of its own that need no column. */
export type Situation = {
  readonly symptoms: string;
  readonly scope: string;
  readonly trend: string | null;
  /** Why it has its status; empty while nobody said. */
  readonly statusReason: string;
  /** Whether somebody chose the severity, or it is what every incident begins with. */
  readonly severityConfirmed: boolean;
  /** Minutes between updates of a long incident, or null. */
  readonly longEvery: number | null;
  /** It was over when it was declared. */
  readonly retrospective: boolean;
  /** What Monitoring watches, and until when; null in any other status. */
  readonly soak: {
    readonly until: number;
    readonly watchFor: string;
    readonly watcher: PersonRef | null;
  } | null;
  readonly review: {
    readonly owner: PersonRef | null;
    readonly by: number | null;
    readonly state: string | null;
  };
  /** When the declaration was made, whatever time it names; ms since 1970. */
  readonly madeAt: number;
};

export function situationOf(db: Db, incident: IncidentId): Situation {
  const state = entityState(db, incident, 'incident');
  const made = fieldStamp(state, 'code');
  return {
    symptoms: textField(state, 'symptoms') ?? '',
    scope: textField(state, 'scope') ?? '',
    trend: said(state, 'trend'),
    statusReason: textField(state, 'statusReason') ?? '',
    severityConfirmed: !flagField(state, 'severityAssumed'),
    longEvery: minutesIn(state, 'updateEvery'),
    retrospective: flagField(state, 'retrospective'),
    soak: soakIn(state),
    review: {
      owner: said(state, 'reviewOwner'),
      by: timeField(state, 'reviewBy'),
      state: said(state, 'reviewState'),
    },
    madeAt: made === null ? 0 : stampMs(made),
  };
}

function soakIn(state: EntityState): Situation['soak'] {
  const until = timeField(state, 'soakUntil');
  if (until === null || textField(state, 'status') !== 'monitoring') return null;
  const watchFor = textField(state, 'watchFor') ?? '';
  return { until, watchFor, watcher: said(state, 'watcher') };
}

function said(state: EntityState, field: string): string | null {
  const text = textField(state, field);
  return text === '' ? null : text;
}

function minutesIn(state: EntityState, field: string): number | null {
  const value = fieldValue(state, field);
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}
