import { commitEdits } from '../context.ts';
import { roleHolder } from '../store/roles.ts';
import { type CommandHandlers, DONE, findIncident } from './handler.ts';

export const roleCommands: Pick<CommandHandlers, 'role.assign'> = {
  'role.assign': (context, { incident, role, person }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    if (roleHolder(context.db, incident, role) !== person) {
      commitEdits(context, incident, [{ entity: `role:${role}`, set: { person } }]);
    }
    return DONE;
  },
};
