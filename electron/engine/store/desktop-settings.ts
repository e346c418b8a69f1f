import { z } from 'zod';
import { QuietHoursView } from '#shared/contract/views/desktop.ts';
import { DEFAULT_DENSITY, DENSITIES, type Density } from '#shared/domain/density.ts';
import { DEFAULT_QUIET_HOURS, type QuietHours } from '#shared/domain/quiet-hours.ts';
import {
  DEFAULT_SHORTCUTS,
  type ShortcutName,
  type Shortcuts,
  shortcutRefusal,
} from '#shared/domain/shortcut.ts';
import type { Db } from './database.ts';
import { readSetting, readSettings, writeSetting } from './settings.ts';

const QUIET_HOURS = 'quiet-hours';
const DENSITY = 'density';
const ROLES = 'roles';
const SHORTCUTS = 'shortcuts';

export function quietHoursOf(db: Db): QuietHours {
  return readSetting(db, QUIET_HOURS, z.object(QuietHoursView.shape)) ?? DEFAULT_QUIET_HOURS;
}

export function saveQuietHours(db: Db, hours: QuietHours): void {
  writeSetting(db, QUIET_HOURS, hours);
}

export function densityOf(db: Db): Density {
  return readSetting(db, DENSITY, z.enum(DENSITIES)) ?? DEFAULT_DENSITY;
}

export function saveDensity(db: Db, density: Density): void {
  writeSetting(db, DENSITY, density);
}

const ShortcutKeys = z.string().refine((keys) => shortcutRefusal(keys) === null);

export function shortcutsOf(db: Db): Shortcuts {
  return { ...DEFAULT_SHORTCUTS, ...readSettings(db, SHORTCUTS, ShortcutKeys) };
}

/** @param keys null: as it comes */
export function saveShortcut(db: Db, name: ShortcutName, keys: string | null): void {
  const { [name]: _before, ...others } = readSettings(db, SHORTCUTS, ShortcutKeys);
  writeSetting(db, SHORTCUTS, keys === null ? others : { ...others, [name]: keys });
}

/** What a role is called on this desktop and what it is there for; empty: as it comes. */
const RoleText = z.object({ name: z.string(), duty: z.string() }).readonly();
export type RoleText = z.infer<typeof RoleText>;

const AS_IT_COMES: RoleText = { name: '', duty: '' };

export function roleTextOf(db: Db, role: string): RoleText {
  const chosen = readSettings(db, ROLES, RoleText);
  return (Object.hasOwn(chosen, role) ? chosen[role] : undefined) ?? AS_IT_COMES;
}

export function saveRoleText(db: Db, role: string, text: RoleText): void {
  const chosen = readSettings(db, ROLES, RoleText);
  writeSetting(db, ROLES, { ...chosen, [role]: text });
}
