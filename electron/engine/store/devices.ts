import { all, type Db } from './database.ts';

/** How many of the latest ops are looked at: enough for any team at work, and read in no time. */
const LATEST = 500;

/**
 * Which desktops made the latest ops, with the highest stamp of each. In the order they came in, so
 * that no index is needed for it.
 */
export function recentDevices(
  db: Db,
): readonly { readonly device: string; readonly stamp: string }[] {
  return all<{ device: string; stamp: string }>(
    db,
    `SELECT substr(at, -10) AS device, max(stamp) AS stamp
     FROM (SELECT at, stamp FROM op ORDER BY rowid DESC LIMIT ${LATEST}) GROUP BY device`,
  );
}
