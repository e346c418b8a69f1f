import { z } from 'zod';
import type { Db } from './database.ts';
import { REBUILD_SETTING } from './migrate.ts';
import { clearSetting, readSetting } from './settings.ts';

/** Whether the derived tables wait to be made again since a migration. */
export function rebuildIsDue(db: Db): boolean {
  return readSetting(db, REBUILD_SETTING, z.literal(true)) !== null;
}

/** To be called in the rebuild's own transaction. */
export function rebuildIsDone(db: Db): void {
  clearSetting(db, REBUILD_SETTING);
}
