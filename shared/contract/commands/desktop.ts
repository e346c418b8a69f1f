import { z } from 'zod';
import { DENSITIES } from '../../domain/density.ts';
import { QUIET_MAX, quietMinutes } from '../../domain/quiet-hours.ts';
import { KNOWN_ROLES, ROLE_NAME_MAX } from '../../domain/role.ts';
import { DUTY_MAX } from '../../domain/role-duty.ts';
import { SHORTCUT_MAX, SHORTCUTS, shortcutRefusal } from '../../domain/shortcut.ts';
import { limitedText } from '../fields.ts';
import { QuietHoursView } from '../views/desktop.ts';
import { command } from './command.ts';

/** What holds on this desktop, for whoever sits at it. */
export const desktopInputs = {
  'desktop.set-quiet-hours': command({
    hours: QuietHoursView.refine(
      (hours) => quietMinutes(hours) <= QUIET_MAX,
      'Leave an hour a day in which you can be reminded.',
    ),
  }),
  'desktop.set-density': command({ density: z.enum(DENSITIES, 'There is no such density.') }),
  /** Keys that work in front of any program; empty: none, null: as it comes. */
  'desktop.set-shortcut': command({
    shortcut: z.enum(SHORTCUTS, 'There is no such shortcut.'),
    keys: z
      .string()
      .max(SHORTCUT_MAX, 'These keys cannot be a shortcut.')
      .superRefine((keys, context) => {
        const message = shortcutRefusal(keys);
        if (message !== null) context.addIssue({ code: 'custom', message });
      })
      .nullable(),
  }),
  /** What a role is called here, and what whoever takes it on is told. Empty: as it comes. */
  'desktop.set-role': command({
    role: z.enum(KNOWN_ROLES, 'There is no such role.'),
    name: limitedText(ROLE_NAME_MAX, 'A role’s name'),
    duty: limitedText(DUTY_MAX, 'A duty'),
  }),
} as const;
