import type { Db } from '../store/database.ts';
import { remakeSearch, searchIndexes } from '../store/database-file.ts';
import { integrityProblems, isSearchSound, remakeIndexes } from '../store/integrity.ts';
import type { Finding } from './report.ts';

/** The database as a file. Opening it has put a backup in its place where that was needed. */
export function examineFile(db: Db): Finding {
  const { setAside, restored, isNew } = db.opening;
  const kept = setAside === null ? '' : ` The damaged file is kept: ${setAside}`;
  const was = setAside === null ? 'It was gone' : 'It was damaged';
  if (restored !== null) {
    const when = new Date(restored.takenAt).toISOString();
    return found('repaired', `${was}; the backup of ${when} is in its place.${kept}`);
  }
  if (setAside !== null || isNew) {
    return found('repaired', `${was}, and there is no backup; a new one was begun.${kept}`);
  }
  if (integrityProblems(db).length === 0) return found('sound', 'Every page is sound.');
  remakeIndexes(db);
  const [problem] = integrityProblems(db);
  return problem === undefined
    ? found('repaired', 'Its indexes did not fit its tables; they were made again.')
    : found('lost', `It holds what SQLite cannot make sense of: ${problem}.`);
}

const found = (state: Finding['state'], message: string): Finding => ({
  part: 'file',
  state,
  message,
});

/** The full-text indexes. Nobody wrote them: they are made again from what was written. */
export function examineSearch(db: Db): readonly Finding[] {
  const names = searchIndexes(db.sqlite);
  if (names.length === 0) return [];
  const bad = names.filter((name) => !isSearchSound(db, name));
  for (const name of bad) remakeSearch(db.sqlite, name);
  const message =
    bad.length === 0 && !db.opening.isSearchRemade
      ? 'The search index fits what was written.'
      : 'The search index did not fit what was written, and was made again.';
  const state = bad.length === 0 && !db.opening.isSearchRemade ? 'sound' : 'repaired';
  return [{ part: 'search', state, message }];
}
