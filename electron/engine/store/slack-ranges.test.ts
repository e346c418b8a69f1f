import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryProfile } from '../testing/desktop.ts';
import { changesSoFar, closeDatabase, type Db, openDatabase } from './database.ts';
import { rangesOf, saveRange } from './slack-ranges.ts';

let remove: () => void;
let db: Db;
beforeEach(() => {
  const temporary = temporaryProfile();
  remove = temporary.remove;
  const opened = openDatabase(temporary.profile);
  if (!opened.ok) throw new Error(opened.error.message);
  db = opened.value;
});
afterEach(() => {
  closeDatabase(db);
  remove();
});

const read = (oldest: string, newest: string) => saveRange(db, 'C1', { oldest, newest });

test('what was read before is not written again', () => {
  read('10', '30');
  const before = changesSoFar(db);
  read('10', '30');
  read('20', '30');
  expect(changesSoFar(db)).toBe(before);
  expect(rangesOf(db, 'C1')).toEqual([{ oldest: '10', newest: '30' }]);
});

test('two stretches become one when the gap between them is read, and no wider', () => {
  read('10', '20');
  read('30', '40');
  read('20', '30');
  expect(rangesOf(db, 'C1')).toEqual([{ oldest: '10', newest: '40' }]);
});
