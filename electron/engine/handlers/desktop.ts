import { err } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { RoleTextViewT } from '#shared/contract/views/desktop.ts';
import { KNOWN_ROLES, LEAD, roleName } from '#shared/domain/role.ts';
import { roleDuty } from '#shared/domain/role-duty.ts';
import { DEFAULT_SHORTCUTS, SHORTCUTS } from '#shared/domain/shortcut.ts';
import type { Db } from '../store/database.ts';
import {
  roleTextOf,
  saveDensity,
  saveQuietHours,
  saveRoleText,
  saveShortcut,
  shortcutsOf,
} from '../store/desktop-settings.ts';
import { type CommandsOf, DONE } from './handler.ts';

const SAME_KEYS = contractError(
  'not_possible',
  'The other shortcut has these keys.',
  'Press others, or turn that one off first.',
);

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
  'desktop.set-shortcut': (context, { shortcut, keys }) => {
    const wanted = keys ?? DEFAULT_SHORTCUTS[shortcut];
    const held = shortcutsOf(context.db);
    const isTwice = SHORTCUTS.some((name) => name !== shortcut && held[name] === wanted);
    if (isTwice && wanted !== '') return err(SAME_KEYS);
    saveShortcut(context.db, shortcut, keys);
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
