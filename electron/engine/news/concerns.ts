import type { DeviceId, OpId } from '#shared/base/ids.ts';
import type { News, NewsKind } from '#shared/domain/news.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { LEAD, roleName } from '#shared/domain/role.ts';
import { severityName } from '#shared/domain/severity.ts';
import { phaseOf } from '#shared/domain/status.ts';
import { type EntityState, fieldStamp, type LoggedOp } from '#shared/ops/merge.ts';
import { stampDevice, stampMs } from '#shared/ops/stamp.ts';
import { actions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { entityState } from '../store/entities.ts';
import { followUps } from '../store/follow-ups.ts';
import type { LedIncident } from '../store/incidents.ts';
import { loggedOp, valueBefore } from '../store/ops.ts';
import { takesPart } from '../store/participation.ts';
import { rolesOf } from '../store/roles.ts';
import { severitiesOf } from '../store/severities.ts';

/** The person at this desktop. */
export type Here = { readonly person: PersonRef; readonly device: DeviceId };

const OPEN_ACTION: ReadonlySet<string> = new Set(['open', 'doing']);
const OPEN_FOLLOW_UP: ReadonlySet<string> = new Set(['soaking', 'open', 'committed']);

/**
 * What of an incident concerns the person here and was somebody else's doing, as it stands now: what
 * was taken back meanwhile is no news.
 * @param after ms since 1970; what was done before is passed over
 */
export function concernsOf(
  db: Db,
  incident: LedIncident,
  here: Here,
  after: number,
): readonly News[] {
  const phase = phaseOf(incident.status);
  if (phase === 'recent') return [];
  const look: Look = { db, incident, here, after };
  const canWait = phase !== 'active';
  return [...given(look), ...risen(look)].map((news) => ({ ...news, canWait }));
}

type Look = {
  readonly db: Db;
  readonly incident: LedIncident;
  readonly here: Here;
  readonly after: number;
};
type Found = Omit<News, 'canWait'>;

/** Roles, actions and follow-ups that were given to this person. */
function given(look: Look): readonly Found[] {
  const { db, incident, here } = look;
  const { id } = incident;
  const roles = rolesOf(db, id)
    .filter(({ person, deleted }) => person === here.person && !deleted)
    .map(({ role, name }) => ({
      ...{ entity: `role:${role}`, field: 'person', subject: role },
      ...{ kind: role === LEAD ? ('lead' as const) : ('role' as const) },
      thing: roleName(role, name),
    }));
  const owned = <T extends { readonly id: string; readonly text: string }>(
    kind: 'action' | 'follow-up',
    entity: string,
    records: readonly T[],
  ) =>
    records.map((record) => ({
      ...{ entity: `${entity}:${record.id}`, field: 'owner', subject: record.id },
      ...{ kind, thing: record.text },
    }));
  const mine = ({ owner }: { readonly owner: PersonRef | null }) => owner === here.person;
  const held = [
    ...roles,
    ...owned(
      'action',
      'action',
      actions.of(db, id).filter((one) => mine(one) && OPEN_ACTION.has(one.status)),
    ),
    ...owned(
      'follow-up',
      'follow_up',
      followUps.of(db, id).filter((one) => mine(one) && OPEN_FOLLOW_UP.has(one.state)),
    ),
  ];
  return held.flatMap(({ entity, field, kind, subject, thing }) => {
    const made = madeByAnother(look, entity, field);
    // Given again what one had already is no news.
    if (made === null || valueBefore(db, made, field) === here.person) return [];
    return [told(kind, subject, made, thing)];
  });
}

/** The severity of an incident that this person has a part in is higher than it was. */
function risen(look: Look): readonly Found[] {
  const { db, incident, here } = look;
  const made = madeByAnother(look, 'incident', 'severity');
  if (made === null) return [];
  const before = valueBefore(db, made, 'severity');
  const order = severitiesOf(db);
  const from = typeof before === 'string' ? order.indexOf(before) : -1;
  if (typeof before !== 'string' || from < 0 || order.indexOf(incident.severity) <= from) return [];
  if (incident.lead !== here.person && !takesPart(db, incident.id, here.person)) return [];
  const thing = `${severityName(before)} → ${severityName(incident.severity)}`;
  return [told('severity', '', made, thing)];
}

function told(kind: NewsKind, subject: string, { op, stamp }: LoggedOp, thing: string): Found {
  return { kind, subject, occasion: op.id, at: stampMs(stamp), by: op.by, thing };
}

/** The change that a field has its value by, where somebody else made it lately. */
function madeByAnother({ db, incident, here, after }: Look, entity: string, field: string) {
  const state = entityState(db, incident.id, entity);
  const stamp = fieldStamp(state, field);
  if (stamp === null || stampMs(stamp) <= after) return null;
  // Before somebody signs in, and with a shared bot, a name says less than the desktop it came from.
  if (stampDevice(stamp) === here.device) return null;
  const id = writerOf(state, field);
  const made = id === null ? null : loggedOp(db, id);
  return made === null || made.op.by === here.person ? null : made;
}

function writerOf(state: EntityState, field: string): OpId | null {
  return Object.hasOwn(state, field) ? (state[field]?.[2] ?? null) : null;
}
