import type { IncidentId } from '#shared/base/ids.ts';
import { err } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { RelationViewT } from '#shared/contract/views/record.ts';
import type { Relation } from '#shared/domain/relation.ts';
import { DEFAULT_STATUS } from '#shared/domain/status.ts';
import type { Op } from '#shared/ops/op.ts';
import { commitTogether, type Edit } from '../context.ts';
import type { Db } from '../store/database.ts';
import { incidentById, type LedIncident } from '../store/incidents.ts';
import { mergedInto, relations } from '../store/relations.ts';
import { statusHistory } from '../store/statuses.ts';
import {
  type Answer,
  type CommandHandlers,
  DONE,
  type Done,
  findIncident,
  type HandlerContext,
} from './handler.ts';

type RelationCommands = Pick<
  CommandHandlers,
  'incident.merge' | 'incident.unmerge' | 'incident.relate'
>;

export const relationCommands: RelationCommands = {
  'incident.merge': (context, { incident, into }) => {
    const found = findPair(context, incident, into);
    if (!found.ok) return found;
    const { one, other } = found.value;
    if (one.status === 'merged') {
      const target = mergedInto(context.db, incident);
      if (target?.id === into) return DONE;
      return notPossible(
        `${one.code} is merged into ${target?.code ?? 'another'} already.`,
        'Undo that first.',
      );
    }
    if (other.status === 'merged') {
      return notPossible(
        `${other.code} is itself merged into ${mergedInto(context.db, into)?.code ?? 'another'}.`,
        'Merge into that one.',
      );
    }
    commitTogether(context, [
      { incident, entity: 'incident', set: { status: 'merged' } },
      relate(one, other, 'merged-into'),
      relate(other, one, 'merged-from'),
    ]);
    return DONE;
  },
  'incident.unmerge': (context, { incident }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    if (found.value.status !== 'merged') return DONE;
    return leaveMerge(context, found.value, statusBeforeMerge(context.db, incident));
  },
  'incident.relate': (context, { incident, other: id, related }) => {
    const found = findPair(context, incident, id);
    if (!found.ok) return found;
    const { one, other } = found.value;
    const held = relations.byId(context.db, incident, id);
    const isRelated = held !== null && !held.deleted;
    if (isRelated && held.as !== 'related') {
      return notPossible(`${one.code} and ${other.code} are merged.`, 'Undo the merge first.');
    }
    if (isRelated === related) return DONE;
    commitTogether(
      context,
      related
        ? [relate(one, other, 'related'), relate(other, one, 'related')]
        : [part(incident, id), part(id, incident)],
    );
    return DONE;
  },
};

/** Takes an incident out of the one it was merged into, and gives it a status of its own. */
export function leaveMerge(
  context: HandlerContext,
  { id }: LedIncident,
  status: string,
): Answer<Done> {
  const target = mergedInto(context.db, id);
  const parted = target === null ? [] : [part(id, target.id as IncidentId)];
  // A target that never came to this desktop is told when somebody opens it where it is known.
  const known = target !== null && incidentById(context.db, target.id as IncidentId) !== null;
  const back = known ? [part(target.id as IncidentId, id)] : [];
  commitTogether(context, [
    { incident: id, entity: 'incident', set: { status } },
    ...parted,
    ...back,
  ]);
  return DONE;
}

type Written = Edit & Pick<Op, 'incident'>;

/** One side of a relation. What is private is told by its code alone where others can read it. */
function relate(at: LedIncident, other: LedIncident, as: Relation): Written {
  const name = other.private && !at.private ? null : other.name;
  const set = { added: true, as, code: other.code, name, deleted: false };
  return { incident: at.id, entity: `relation:${other.id}`, set };
}

function part(at: IncidentId, other: IncidentId): Written {
  return { incident: at, entity: `relation:${other}`, set: { deleted: true } };
}

function statusBeforeMerge(db: Db, incident: IncidentId): string {
  const before = statusHistory(db, incident).findLast(({ status }) => status !== 'merged');
  return before?.status ?? DEFAULT_STATUS;
}

function findPair(context: HandlerContext, incident: IncidentId, into: IncidentId) {
  const one = findIncident(context, incident);
  if (!one.ok) return one;
  const other = findIncident(context, into);
  if (!other.ok) return other;
  if (incident === into) {
    return notPossible('These are one and the same incident.', 'Choose another one.');
  }
  return { ok: true, value: { one: one.value, other: other.value } } as const;
}

const notPossible = (message: string, hint: string) =>
  err(contractError('not_possible', message, hint));

/** How an incident stands to others. */
export function relationViews(db: Db, incident: IncidentId): readonly RelationViewT[] {
  return relations.of(db, incident).map(({ id, as, code, name }) => {
    const known = incidentById(db, id as IncidentId);
    return {
      incident: id,
      as,
      code: known?.code ?? code,
      name: known?.name ?? name,
      isHere: known !== null,
    };
  });
}
