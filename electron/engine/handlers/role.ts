import { setting } from './edit.ts';
import type { CommandHandlers } from './handler.ts';

export const roleCommands: Pick<CommandHandlers, 'role.assign'> = {
  'role.assign': setting(
    ({ role }) => `role:${role}`,
    ({ person }) => ({ person }),
  ),
};
