import type { Stamp } from '#shared/ops/stamp.ts';
import type { Db } from '../store/database.ts';
import { clearSetting, readSetting, writeSetting } from '../store/settings.ts';

const LAST_STAMP_SETTING = 'log.clock';

/** The highest stamp this desktop has made or seen: its next one must be later. */
export function lastStamp(db: Db): Stamp | null {
  return readSetting<Stamp>(db, LAST_STAMP_SETTING);
}

export function setLastStamp(db: Db, stamp: Stamp | null): void {
  if (stamp === null) clearSetting(db, LAST_STAMP_SETTING);
  else writeSetting(db, LAST_STAMP_SETTING, stamp);
}
