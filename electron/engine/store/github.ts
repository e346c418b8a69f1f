import { z } from 'zod';
import type { IncidentId } from '#shared/base/ids.ts';
import { Incident } from '#shared/contract/fields.ts';
import type { Db } from './database.ts';
import { clearSetting, readSetting, writeSetting } from './settings.ts';

const REPOSITORY = 'github.repository';
const ASKED = 'github.asked';

/** An issue that was asked for, until its link stands on its follow-up. */
export type AskedIssue = {
  readonly incident: IncidentId;
  readonly followUp: string;
  /** `owner/name`, as it was when somebody asked: what may be there already is there. */
  readonly repository: string;
  /** ms since 1970. */
  readonly askedAt: number;
  /** `sending` is written before it leaves: found so at a start, it may be there. */
  readonly state: 'waiting' | 'sending' | 'unclear' | 'held';
  /** How often it was looked for since it became unclear, and not found. */
  readonly looks: number;
  /** Why a person is needed. */
  readonly problem: { readonly message: string; readonly hint: string } | null;
};

const AskedShape: z.ZodType<AskedIssue> = z.object({
  incident: Incident,
  followUp: z.string(),
  repository: z.string(),
  askedAt: z.number(),
  state: z.enum(['waiting', 'sending', 'unclear', 'held']),
  looks: z.number(),
  problem: z.object({ message: z.string(), hint: z.string() }).nullable(),
});

export function repositoryOf(db: Db): string | null {
  return readSetting(db, REPOSITORY, z.string());
}

export function saveRepository(db: Db, repository: string | null): void {
  if (repository === null) clearSetting(db, REPOSITORY);
  else writeSetting(db, REPOSITORY, repository);
}

/** Those that GitHub does not have yet, as far as is known; the first asked first. */
export function askedIssues(db: Db): readonly AskedIssue[] {
  const parts = readSetting(db, ASKED, z.array(z.unknown())) ?? [];
  return parts.flatMap((part) => {
    const { success, data } = AskedShape.safeParse(part);
    return success ? [data] : [];
  });
}

const isSame = (
  one: AskedIssue,
  { incident, followUp }: Pick<AskedIssue, 'incident' | 'followUp'>,
) => one.incident === incident && one.followUp === followUp;

export function askedIssue(
  db: Db,
  issue: Pick<AskedIssue, 'incident' | 'followUp'>,
): AskedIssue | null {
  return askedIssues(db).find((one) => isSame(one, issue)) ?? null;
}

/** Writes one down, in the place it had. */
export function saveAskedIssue(db: Db, issue: AskedIssue): void {
  const all = askedIssues(db);
  const isKnown = all.some((one) => isSame(one, issue));
  const next = isKnown ? all.map((one) => (isSame(one, issue) ? issue : one)) : [...all, issue];
  writeSetting(db, ASKED, next);
}

export function forgetAskedIssue(db: Db, issue: Pick<AskedIssue, 'incident' | 'followUp'>): void {
  writeSetting(
    db,
    ASKED,
    askedIssues(db).filter((one) => !isSame(one, issue)),
  );
}
