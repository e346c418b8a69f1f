import { z } from 'zod';
import type { IncidentId } from '#shared/base/ids.ts';
import { Incident } from '#shared/contract/fields.ts';
import { type Db, get } from './database.ts';
import { clearSetting, readSetting, writeSetting } from './settings.ts';

const SHARES = 'post-mortem.shares';

/** A version of a post-mortem that a person asked to be shared in its incident's channel. */
export type PostMortemShare = {
  readonly incident: IncidentId;
  /** Another version has another. */
  readonly hash: string;
  readonly name: string;
  readonly bytes: number;
  /** What is said with it, as a person reads it. */
  readonly comment: string;
  /** ms since 1970, by Slack's clock as far as it is known. */
  readonly askedAt: number;
  /** `completing` is written before the last call leaves: found so, it may be in the channel. */
  readonly state: 'waiting' | 'completing' | 'refused' | 'done';
  /** Slack's id of the file, once it may be in the channel. */
  readonly file: string | null;
  /** Why Slack did not take it. */
  readonly problem: { readonly message: string; readonly hint: string } | null;
};

const ShareShape: z.ZodType<PostMortemShare> = z.object({
  incident: Incident,
  hash: z.string(),
  name: z.string(),
  bytes: z.number(),
  comment: z.string(),
  askedAt: z.number(),
  state: z.enum(['waiting', 'completing', 'refused', 'done']),
  file: z.string().nullable(),
  problem: z.object({ message: z.string(), hint: z.string() }).nullable(),
});

type Named = Pick<PostMortemShare, 'incident' | 'hash'>;

const isSame = (one: Named, { incident, hash }: Named) =>
  one.incident === incident && one.hash === hash;

const textKey = ({ incident, hash }: Named) => `${SHARES} ${incident} ${hash}`;

/** What is on its way or did not get there, and of each incident what was shared last; the first asked first. */
export function postMortemShares(db: Db): readonly PostMortemShare[] {
  const parts = readSetting(db, SHARES, z.array(z.unknown())) ?? [];
  return parts.flatMap((part) => {
    const { success, data } = ShareShape.safeParse(part);
    return success ? [data] : [];
  });
}

export function postMortemShare(db: Db, share: Named): PostMortemShare | null {
  return postMortemShares(db).find((one) => isSame(one, share)) ?? null;
}

/** The file itself; null once it is shared. */
export function sharedText(db: Db, share: Named): string | null {
  return readSetting(db, textKey(share), z.string());
}

/** Whether somebody took away in Slack what was shared: it may be shared again. */
export function isTakenAway(db: Db, { state, file }: PostMortemShare): boolean {
  const sql = `SELECT 1 FROM slack_file AS file
    JOIN slack_message AS message ON message.channel = file.channel AND message.ts = file.ts
    WHERE file.id = ? AND message.gone = 1`;
  return state === 'done' && get(db, sql, file ?? '') !== undefined;
}

/**
 * Asks for a version, in place of what was asked before and has certainly not left. What is on its way,
 * or there as the last that was shared, is not asked for again. The caller holds the transaction.
 */
export function askToShare(
  db: Db,
  asked: Omit<PostMortemShare, 'state' | 'file' | 'problem'>,
  text: string,
): void {
  const all = postMortemShares(db);
  const isUnsent = ({ incident, state }: PostMortemShare) =>
    incident === asked.incident && (state === 'waiting' || state === 'refused');
  for (const old of all.filter(isUnsent)) clearSetting(db, textKey(old));
  const kept = all.filter((one) => !isUnsent(one) && !isTakenAway(db, one));
  if (kept.some((one) => isSame(one, asked))) return writeSetting(db, SHARES, kept);
  const share: PostMortemShare = { ...asked, state: 'waiting', file: null, problem: null };
  writeSetting(db, textKey(share), text);
  writeSetting(db, SHARES, [...kept, share]);
}

type Step = Partial<Pick<PostMortemShare, 'state' | 'file' | 'problem'>>;

/**
 * Notes how far one is. False where a newer version took its place meanwhile. The caller holds the
 * transaction.
 */
export function noteShare(db: Db, named: Named, step: Step): boolean {
  const all = postMortemShares(db);
  if (!all.some((one) => isSame(one, named))) return false;
  const isDone = step.state === 'done';
  if (isDone) clearSetting(db, textKey(named));
  // Of what is shared, the last is enough to know what is there already.
  const isOld = ({ incident, state }: PostMortemShare) =>
    isDone && state === 'done' && incident === named.incident;
  const kept = all.filter((one) => isSame(one, named) || !isOld(one));
  const next = kept.map((one) => (isSame(one, named) ? { ...one, ...step } : one));
  writeSetting(db, SHARES, next);
  return true;
}

/** A person says that what Slack refused may be tried again: of one incident, or of all. */
export function retryShares(db: Db, incident: IncidentId | null): void {
  const all = postMortemShares(db);
  const isMended = (one: PostMortemShare) =>
    one.state === 'refused' && (incident ?? one.incident) === one.incident;
  if (!all.some(isMended)) return;
  const again = { state: 'waiting', problem: null } as const;
  writeSetting(
    db,
    SHARES,
    all.map((one) => (isMended(one) ? { ...one, ...again } : one)),
  );
}

/**
 * Slack's id of the file that is this version in a channel, as far as the channel was read: the one
 * that is noted, or one of this name and length that its person posted since it was asked for.
 * @param since a Slack `ts`
 */
export function fileOfShare(
  db: Db,
  { incident, hash, file, name, bytes }: PostMortemShare,
  { channel, author, since }: { channel: string; author: string; since: string },
): string | null {
  const others = postMortemShares(db)
    .filter((one) => one.incident === incident && one.hash !== hash)
    .flatMap((one) => one.file ?? []);
  const found = get<{ id: string }>(
    db,
    `SELECT file.id FROM slack_file AS file
     JOIN slack_message AS message ON message.channel = file.channel AND message.ts = file.ts
     WHERE file.channel = ? AND message.gone = 0 AND (file.id = ? OR (file.name = ? AND file.size = ?
       AND message.author = ? AND file.ts >= ?
       AND file.id NOT IN (SELECT value FROM json_each(?))))
     ORDER BY file.id = ? DESC, file.ts LIMIT 1`,
    channel,
    file ?? '',
    name,
    bytes,
    author,
    since,
    JSON.stringify(others),
    file ?? '',
  );
  return found?.id ?? null;
}
