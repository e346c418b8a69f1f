import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryProfile } from '../testing/desktop.ts';
import {
  closeDatabase,
  type Db,
  get,
  inTransaction,
  openDatabase,
  remembered,
  run,
  truncateWal,
} from './database.ts';

let profile: string;
let remove: () => void;
let db: Db;
beforeEach(() => {
  ({ profile, remove } = temporaryProfile());
  const opened = openDatabase(profile);
  if (!opened.ok) throw new Error(opened.error.message);
  db = opened.value;
});
afterEach(() => {
  closeDatabase(db);
  remove();
});

const walBytes = () => statSync(join(profile, 'quarterdeck.db-wal')).size;
const write = (from: number, to: number) =>
  inTransaction(db, () => {
    for (let n = from; n < to; n++) {
      run(db, 'INSERT INTO setting (key, value) VALUES (?, ?)', `k${n}`, `"${'x'.repeat(300)}"`);
    }
  });

test('the WAL stays short while 100,000 rows come in page by page', () => {
  let longest = 0;
  for (let n = 0; n < 100_000; n += 1_000) {
    write(n, n + 1_000);
    longest = Math.max(longest, walBytes());
  }
  expect(longest).toBeLessThanOrEqual(8_000_000);
});

test('the WAL of one huge transaction is cut off by the upkeep', () => {
  write(0, 100_000);
  expect(walBytes()).toBeGreaterThan(8_000_000);
  truncateWal(db);
  expect(walBytes()).toBe(0);
});

test('each commit is on the disk, a strange schema is not trusted, cells are checked', () => {
  const pragma = (name: string) => db.sqlite.pragma(name, { simple: true });
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('trusted_schema')).toBe(0);
  expect(pragma('cell_size_check')).toBe(1);
  expect(pragma('mmap_size')).toBe(0);
});

const settings = () =>
  remembered(
    db,
    'settings',
    () => get<{ n: number }>(db, 'SELECT count(*) AS n FROM setting WHERE key GLOB ?', 'k*')?.n,
  );

test('an answer is kept while nothing is written, and not beyond', () => {
  write(0, 1);
  expect(settings()).toBe(1);
  expect(settings()).toBe(1);
  // Past us, so that nobody knows of it.
  db.sqlite.exec(`INSERT INTO setting (key, value) VALUES ('k-unseen', '1')`);
  expect(settings()).toBe(1);
  write(1, 2);
  expect(settings()).toBe(3);
});

test('an answer that was given amid a transaction does not outlive its undoing', () => {
  write(0, 1);
  expect(settings()).toBe(1);
  const broken = () =>
    inTransaction(db, () => {
      run(db, 'INSERT INTO setting (key, value) VALUES (?, ?)', 'k-lost', '1');
      expect(settings()).toBe(2);
      throw new Error('not today');
    });
  expect(broken).toThrow('not today');
  expect(settings()).toBe(1);
});
