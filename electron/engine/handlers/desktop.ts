import type { RoleTextViewT } from '#shared/contract/views/desktop.ts';
import { KNOWN_ROLES, LEAD, roleName } from '#shared/domain/role.ts';
import { roleDuty } from '#shared/domain/role-duty.ts';
import type { Db } from '../store/database.ts';
import {
  roleTextOf,
  saveDensity,
  saveQuietHours,
  saveRoleText,
} from '../store/desktop-settings.ts';
import { type CommandsOf, DONE } from './handler.ts';

export const desktopCommands: CommandsOf<'desktop'> = {
  'desktop.set-quiet-hours': (context, { hours }) => {
    saveQuietHours(context.db, hours);
    context.emit({ view: 'settings' });
    return DONE;
  },
  'desktop.set-density': (context, { density }) => {
    saveDensity(context.db, density);
    context.emit({ view: 'settings' });
    return DONE;
  },
  'desktop.set-role': (context, { role, name, duty }) => {
    // The lead is called so everywhere: people look for that word.
    const own = role === LEAD || name === roleName(role) ? '' : name;
    saveRoleText(context.db, role, { name: own, duty: duty === roleDuty(role) ? '' : duty });
    context.emit({ view: 'settings' });
    return DONE;
  },
};

/** The roles that can be given here without anybody naming them first, the lead first. */
export function roleTextViews(db: Db): RoleTextViewT[] {
  return KNOWN_ROLES.map((role) => {
    const { name, duty } = roleTextOf(db, role);
    return { role, name: name || roleName(role), duty: duty || (roleDuty(role) ?? '') };
  });
}
