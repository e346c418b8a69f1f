import { z } from 'zod';
import type { Db } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

/** Why incidents are not announced at the moment, in words. */
export type AnnouncementsProblem = {
  readonly message: string;
  readonly hint: string;
  /** The channel itself is no longer there: a new look goes by its name. */
  readonly isGone?: true;
};

/** Where incidents are announced. */
export type Announcements = {
  /** As Slack calls it now; what is looked for while `id` is null. */
  readonly name: string;
  /** The channel, which keeps its id when it is renamed; null until it is found or made. */
  readonly id: string | null;
  /** The newest `ts` up to which it has been read. */
  readonly readTo: string | null;
  readonly problem: AnnouncementsProblem | null;
};

const SETTING = 'slack.announcements';
const Kept = z.object({
  name: z.string().min(1).catch('incidents'),
  id: z.string().nullable().catch(null),
  readTo: z.string().nullable().catch(null),
  problem: z
    .object({ message: z.string(), hint: z.string(), isGone: z.literal(true).exactOptional() })
    .nullable()
    .catch(null),
});
const FIRST: Announcements = { name: 'incidents', id: null, readTo: null, problem: null };

export function announcementsOf(db: Db): Announcements {
  return { ...FIRST, ...readSetting(db, SETTING, Kept) };
}

export function saveAnnouncements(db: Db, changed: Partial<Announcements>): Announcements {
  const saved = { ...announcementsOf(db), ...changed };
  writeSetting(db, SETTING, saved);
  return saved;
}
