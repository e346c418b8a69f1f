import type { IncidentId } from '#shared/base/ids.ts';
import { err } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { RoleViewT } from '#shared/contract/views/record.ts';
import { LEAD, roleName } from '#shared/domain/role.ts';
import { commitEdits } from '../context.ts';
import type { Db } from '../store/database.ts';
import { roleTextOf } from '../store/desktop-settings.ts';
import { roleOf, rolesOf } from '../store/roles.ts';
import { edit, present } from './edit.ts';
import { type CommandsOf, DONE, findIncident } from './handler.ts';
import { personOrNull } from './people.ts';

const NO_ROLE = contractError(
  'not_found',
  'This role is not on this desktop.',
  'Open the incident again.',
);
const LEAD_STAYS = contractError(
  'not_possible',
  'Every incident has a lead.',
  'Choose nobody if nobody leads it now.',
);

export const roleCommands: CommandsOf<'role'> = {
  'role.assign': (context, { incident, role, person }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const isNamed = (roleOf(context.db, incident, role)?.name ?? null) !== null;
    const { name } = roleTextOf(context.db, role);
    // Told with the first assignment: elsewhere it would be called otherwise.
    const named = isNamed || name === '' ? {} : { name };
    edit(context, incident, `role:${role}`, { person, ...named });
    return DONE;
  },
  'role.add': (context, { incident, role, name, person }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    if (roleOf(context.db, incident, role) !== null) return DONE;
    const set = present({ name, person });
    commitEdits(context, incident, [{ entity: `role:${role}`, set }]);
    return DONE;
  },
  'role.edit': (context, { incident, role, name, deleted }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    if (roleOf(context.db, incident, role) === null) return err(NO_ROLE);
    if (role === LEAD && deleted === true) return err(LEAD_STAYS);
    edit(context, incident, `role:${role}`, { name, deleted });
    return DONE;
  },
};

/** The incident's roles, the lead first even while nobody has it. */
export function roleViews(db: Db, incident: IncidentId): readonly RoleViewT[] {
  const roles = rolesOf(db, incident).filter(({ role, deleted }) => role !== LEAD && !deleted);
  const lead = roleOf(db, incident, LEAD) ?? { role: LEAD, name: null, person: null };
  return [lead, ...roles].map(({ role, name, person }) => ({
    role,
    name: roleName(role, name),
    person: personOrNull(db, person),
  }));
}
