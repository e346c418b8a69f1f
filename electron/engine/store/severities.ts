import { z } from 'zod';
import { DEFAULT_SEVERITY, SEVERITIES } from '#shared/domain/severity.ts';
import type { Db } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

const SETTING = 'severities';

/** What can be chosen on this desktop, mildest first. */
export function severitiesOf(db: Db): readonly string[] {
  return readSetting(db, SETTING, z.array(z.string().min(1)).min(1)) ?? SEVERITIES;
}

export function chooseSeverities(db: Db, severities: readonly string[]): void {
  writeSetting(db, SETTING, severities);
}

/** The severity of an incident of which nobody said one. */
export function defaultSeverity(db: Db): string {
  const all = severitiesOf(db);
  return all.includes(DEFAULT_SEVERITY) ? DEFAULT_SEVERITY : (all[0] ?? DEFAULT_SEVERITY);
}
