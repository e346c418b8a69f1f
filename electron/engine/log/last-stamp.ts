import { z } from 'zod';
import { STAMP_PATTERN, type Stamp } from '#shared/ops/stamp.ts';
import type { Db } from '../store/database.ts';
import { clearSetting, readSetting, writeSetting } from '../store/settings.ts';

const LAST_STAMP_SETTING = 'log.clock';
/** The highest may be that of an op which was held back: a bound, and after a slash its own. */
const isStamp = (text: string) => text.split('/', 2).every((part) => STAMP_PATTERN.test(part));
const Last = z.custom<Stamp>((value) => typeof value === 'string' && isStamp(value));

/** The highest stamp this desktop has made or seen: its next one must be later. */
export function lastStamp(db: Db): Stamp | null {
  return readSetting(db, LAST_STAMP_SETTING, Last);
}

export function setLastStamp(db: Db, stamp: Stamp | null): void {
  if (stamp === null) clearSetting(db, LAST_STAMP_SETTING);
  else writeSetting(db, LAST_STAMP_SETTING, stamp);
}
