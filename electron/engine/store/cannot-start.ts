import { type ContractError, contractError } from '#shared/contract/errors.ts';

/** As SQLite and the systems say it, by code or in words. */
const FULL = /\b(SQLITE_FULL|ENOSPC|EDQUOT)\b|disk is full|no space left/i;
const READ_ONLY = /\b(SQLITE_READONLY|SQLITE_CANTOPEN|EROFS|EACCES|EPERM)\b/i;

/** Words for a start that the disk did not allow: what is wrong with it, and what to do. */
export function cannotStart(profile: string, cause: unknown): ContractError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const said = `${code} ${why}`;
  if (FULL.test(said)) {
    return contractError(
      'storage_full',
      `The disk of the data folder is full: ${profile}.`,
      'Free some space, then start it again. Everything that was saved is still there.',
    );
  }
  const what = READ_ONLY.test(said) ? 'written' : 'used';
  return contractError(
    'storage_failed',
    `The data folder cannot be ${what}: ${profile} (${why}).`,
    'Choose another folder with --profile, or make this one writable.',
  );
}
