import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import { cannotStart } from './cannot-start.ts';

/** The right of one process to a profile. */
export type ProfileHold = { readonly release: () => void };

const LOCK_FILE = 'in-use.lock';

/**
 * Takes the profile for this process: two engines on one file would each miss what the other wrote.
 * The lock is an exclusive transaction on a small SQLite file of its own: the system frees it
 * however the process ends, and it holds through symlinks, being tied to the file and not its name.
 */
export function holdProfile(profile: string): Result<ProfileHold, ContractError> {
  let lock: Sqlite.Database | null = null;
  try {
    lock = new Sqlite(join(profile, LOCK_FILE), { timeout: 0 });
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock?.close();
    return err(refusal(profile, cause));
  }
  const held = lock;
  return ok({ release: () => held.close() });
}

function refusal(profile: string, cause: unknown): ContractError {
  if (cause instanceof Sqlite.SqliteError && cause.code.startsWith('SQLITE_BUSY')) {
    return contractError(
      'profile_in_use',
      `Quarterdeck is already open with this data folder: ${profile}.`,
      'Use the window that is open, or choose another folder with --profile.',
    );
  }
  return cannotStart(profile, cause);
}
