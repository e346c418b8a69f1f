import type { IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { RemovedViewT } from '#shared/contract/views/record.ts';
import { RECORDS } from '#shared/domain/record-change.ts';
import { roleName } from '#shared/domain/role.ts';
import { actions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { decisions } from '../store/decisions.ts';
import { followUps } from '../store/follow-ups.ts';
import { hypotheses } from '../store/hypotheses.ts';
import { links } from '../store/links.ts';
import type { RecordRow, RecordTable } from '../store/record-table.ts';
import { rolesOf } from '../store/roles.ts';
import { updates } from '../store/updates.ts';
import { findIncident, type QueryHandlers } from './handler.ts';

/** Kinds of which one that was removed can be had back by its `edit` command. */
const RESTORABLE = [
  list('action', actions, ({ text }) => text),
  list('follow_up', followUps, ({ text }) => text),
  list('update', updates, ({ conditions }) => conditions),
  list('decision', decisions, ({ question }) => question),
  list('hypothesis', hypotheses, ({ text }) => text),
  list('link', links, ({ title }) => title),
];

export const removedQueries: Pick<QueryHandlers, 'removed'> = {
  removed: (context, { incident }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const { db } = context;
    const records = RESTORABLE.flatMap((removedOf) => removedOf(db, incident));
    const roles = rolesOf(db, incident)
      .filter(({ deleted }) => deleted)
      .map(({ role, name }) => ({
        entity: 'role',
        id: role,
        kind: 'Role',
        title: roleName(role, name),
      }));
    return ok({ items: [...records, ...roles] });
  },
};

function list<Row extends RecordRow>(
  entity: keyof typeof RECORDS,
  table: RecordTable<Row>,
  titleOf: (row: Row) => string,
): (db: Db, incident: IncidentId) => readonly RemovedViewT[] {
  const kind = RECORDS[entity].name;
  return (db, incident) =>
    table.removedOf(db, incident).map((row) => ({ entity, id: row.id, kind, title: titleOf(row) }));
}
