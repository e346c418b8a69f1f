import { z } from 'zod';
import type { IncidentId } from '#shared/base/ids.ts';
import { all, type Db, get, remembered, run } from './database.ts';
import { clearSetting, readSetting, writeSetting } from './settings.ts';

/** Where the read back through a channel stands. */
export type Sweep = {
  /** It goes on with what is older than this `ts`; null when it begins at the newest. */
  readonly below: string | null;
  /** It is to be gone through at once: somebody opened the incident, or it ended. */
  readonly walking: boolean;
  /** When it was through last, ms since 1970; 0 for never. */
  readonly throughAt: number;
};

type SweepRow = Omit<Sweep, 'walking'> & { readonly walking: number };

export function sweepOf(db: Db, channel: string): Sweep {
  const row = get<SweepRow>(
    db,
    'SELECT below, walking, through_at AS throughAt FROM slack_sweep WHERE channel = ?',
    channel,
  );
  return row === undefined
    ? { below: null, walking: false, throughAt: 0 }
    : { ...row, walking: row.walking === 1 };
}

export function saveSweep(db: Db, channel: string, { below, walking, throughAt }: Sweep): void {
  run(
    db,
    `INSERT INTO slack_sweep (channel, below, walking, through_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (channel) DO UPDATE SET below = excluded.below, walking = excluded.walking,
       through_at = excluded.through_at`,
    channel,
    below,
    walking ? 1 : 0,
    throughAt,
  );
}

const shortKey = (channel: string) => `slack.short-page ${channel}`;

/** Whether the newest page of a channel had fewer messages than were asked for, though there are more. */
export function isCutShort(db: Db, channel: string): boolean {
  return readSetting(db, shortKey(channel), z.boolean()) === true;
}

/** Notes that; nearly always nothing is written, since Slack gives what it is asked for. */
export function noteCutShort(db: Db, channel: string, isShort: boolean): void {
  if (isShort === isCutShort(db, channel)) return;
  if (isShort) writeSetting(db, shortKey(channel), true);
  else clearSetting(db, shortKey(channel));
}

/** Incidents whose channel is to be gone through at once. */
export function walkedIncidents(db: Db): readonly IncidentId[] {
  const sql =
    'SELECT incident FROM slack_channel JOIN slack_sweep USING (channel) WHERE walking = 1';
  return remembered(db, 'walked', () =>
    all<{ incident: IncidentId }>(db, sql).map((row) => row.incident),
  );
}
