import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryProfile } from '../testing/desktop.ts';
import { all, closeDatabase, inTransaction, openDatabase } from './database.ts';
import { createSlowStatements, SLOW_MS, statementName } from './slow-statements.ts';

let temporary: ReturnType<typeof temporaryProfile>;
beforeEach(() => {
  temporary = temporaryProfile();
});
afterEach(() => temporary.remove());

test('a statement that takes long is remembered, without the values it was run with', () => {
  const opened = openDatabase(temporary.profile);
  if (!opened.ok) throw new Error(opened.error.message);
  let now = 1_000;
  const heard: number[] = [];
  const slow = createSlowStatements(
    () => now,
    (_slow, ms) => heard.push(ms),
  );
  const db = { ...opened.value, slow };
  // A function of the test's own stands for a large table: it lets time pass.
  db.sqlite.function('dawdle', (ms: unknown) => {
    now += Number(ms);
    return 1;
  });
  const dawdle = (ms: number) =>
    all(db, 'SELECT dawdle(?)\n   WHERE ? IS NOT NULL', ms, 'xoxp-secret');
  dawdle(SLOW_MS);
  expect(slow.list()).toEqual([]);
  dawdle(SLOW_MS + 1);
  dawdle(90);
  expect(slow.list()).toEqual([
    { sql: 'SELECT dawdle(?) WHERE ? IS NOT NULL', times: 2, longest: 90, lastAt: 1_081 },
  ]);
  expect(heard).toEqual([41, 90]);
  closeDatabase(db);
});

test('a transaction of many quick statements counts as one', () => {
  const opened = openDatabase(temporary.profile);
  if (!opened.ok) throw new Error(opened.error.message);
  let now = 0;
  const slow = createSlowStatements(
    () => now,
    () => undefined,
  );
  const db = { ...opened.value, slow };
  inTransaction(db, () => {
    now += 100;
  });
  expect(slow.list()).toEqual([{ sql: 'transaction', times: 1, longest: 100, lastAt: 0 }]);
  closeDatabase(db);
});

test('of many, those that took longest are kept; a clock that is set back makes none', () => {
  let now = 0;
  const slow = createSlowStatements(
    () => now,
    () => undefined,
  );
  for (let i = 0; i < 50; i++) {
    now += 1_000 + i;
    slow.ran(`SELECT ${i}`, now - 50 - i);
  }
  expect(slow.list()).toHaveLength(20);
  expect(slow.list()[0]).toMatchObject({ sql: 'SELECT 49', longest: 99 });
  expect(slow.list().at(-1)?.sql).toBe('SELECT 30');
  slow.ran('SELECT back', now + 5_000);
  expect(slow.list()).toHaveLength(20);
});

test('the log names a statement by what it does and its first table', () => {
  expect(statementName('SELECT ts FROM slack_message WHERE x = ?')).toBe('SELECT:slack_message');
  expect(statementName('INSERT INTO op VALUES (?)')).toBe('INSERT:op');
  expect(statementName('transaction')).toBe('transaction:');
});
