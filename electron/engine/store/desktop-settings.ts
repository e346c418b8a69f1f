import { DEFAULT_DENSITY, type Density } from '#shared/domain/density.ts';
import { DEFAULT_QUIET_HOURS, type QuietHours } from '#shared/domain/quiet-hours.ts';
import type { Db } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

const QUIET_HOURS = 'quiet-hours';
const DENSITY = 'density';
const ROLES = 'roles';

export function quietHoursOf(db: Db): QuietHours {
  return readSetting<QuietHours>(db, QUIET_HOURS) ?? DEFAULT_QUIET_HOURS;
}

export function saveQuietHours(db: Db, hours: QuietHours): void {
  writeSetting(db, QUIET_HOURS, hours);
}

export function densityOf(db: Db): Density {
  return readSetting<Density>(db, DENSITY) ?? DEFAULT_DENSITY;
}

export function saveDensity(db: Db, density: Density): void {
  writeSetting(db, DENSITY, density);
}

/** What a role is called on this desktop and what it is there for; empty: as it comes. */
export type RoleText = { readonly name: string; readonly duty: string };

const AS_IT_COMES: RoleText = { name: '', duty: '' };

export function roleTextOf(db: Db, role: string): RoleText {
  const chosen = readSetting<Readonly<Record<string, RoleText>>>(db, ROLES) ?? {};
  return (Object.hasOwn(chosen, role) ? chosen[role] : undefined) ?? AS_IT_COMES;
}

export function saveRoleText(db: Db, role: string, text: RoleText): void {
  const chosen = readSetting<Readonly<Record<string, RoleText>>>(db, ROLES) ?? {};
  writeSetting(db, ROLES, { ...chosen, [role]: text });
}
