import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import { deviceOf } from '../account.ts';
import { openJournal } from '../log/journal.ts';
import { listBackups, takeBackup } from '../store/backup.ts';
import { closeDatabase, type Db, openDatabase } from '../store/database.ts';
import { DATABASE_FILE } from '../store/database-file.ts';
import { NEWER_PROFILE } from '../store/migrate.ts';
import { beginSession } from '../store/old-copy.ts';
import { examineFile, examineSearch } from './file.ts';
import { examineJournal } from './journal.ts';
import { examineLog } from './log.ts';
import { examineMirror } from './mirror.ts';
import { examineQueue } from './queue.ts';
import { counted, type Finding, type Report, reportOf } from './report.ts';
import { examineTables } from './tables.ts';
import { examineWriting } from './writing.ts';

/**
 * Looks through a profile that nobody has open: file, log, journal, tables, queue and search against
 * one another. Repairs what is derived or kept twice, and deletes nothing that a person wrote: what
 * has to make room is kept beside it.
 * @param now ms since 1970
 * @param random uniform in [0, 1), for a device id where there is none
 * @returns what was found and done; the words when it could not look (no such profile, in use)
 */
export async function examine(
  profile: string,
  now: number,
  random: () => number,
): Promise<Result<Report, ContractError>> {
  const isThere = [DATABASE_FILE, 'journal.log', 'backups'].some((name) =>
    existsSync(join(profile, name)),
  );
  if (!isThere) return err(noProfile(profile));
  const opened = openDatabase(profile, { isSuspect: true });
  if (!opened.ok) return opened;
  const db = opened.value;
  if (db.opening.isNewer) {
    closeDatabase(db);
    return err(NEWER_PROFILE);
  }
  try {
    return ok(reportOf(profile, await examineAll(db, now, random)));
  } finally {
    closeDatabase(db);
  }
}

async function examineAll(db: Db, now: number, random: () => number): Promise<readonly Finding[]> {
  beginSession(db);
  const device = deviceOf(db, random);
  const file = examineFile(db);
  // Whatever is done from here on can be taken back.
  const backups = await examineBackups(db, now);
  const journal = openJournal(db.profile);
  const written = new Map(journal.found.map((op) => [op.id, op]));
  return [
    file,
    examineLog(db, written),
    examineJournal(db, journal, device, now),
    examineTables(db),
    examineQueue(db, device, now),
    await examineWriting(db, journal.writings),
    examineMirror(db),
    ...examineSearch(db),
    backups,
  ];
}

async function examineBackups(db: Db, now: number): Promise<Finding> {
  await takeBackup(db, now, () => false);
  const n = listBackups(db.profile).length;
  return {
    part: 'backups',
    state: 'sound',
    message: `${counted(n, 'backup')}, the newest from before this examination.`,
  };
}

function noProfile(profile: string): ContractError {
  return contractError(
    'not_found',
    `There is no data of Quarterdeck in ${profile}.`,
    'Name its folder with --profile.',
  );
}
