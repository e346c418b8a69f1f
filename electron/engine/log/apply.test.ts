import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE } from '#shared/base/duration.ts';
import type { Op } from '#shared/ops/op.ts';
import { closeDatabase, type Db, inTransaction, openDatabase, run } from '../store/database.ts';
import { damagedOps, loggedOp, opsOf, valueBefore } from '../store/ops.ts';
import { arbitraryOps, NOW } from '../testing/arbitrary-op.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { derivedTables } from '../testing/tables.ts';
import { applyOps } from './apply.ts';
import { DERIVED, rebuild } from './rebuild.ts';

let opened: { readonly db: Db; readonly remove: () => void }[] = [];

function open(): Db {
  const { profile, remove } = temporaryProfile();
  const result = openDatabase(profile);
  if (!result.ok) throw new Error(result.error.message);
  // These tests are about what the tables hold, not about power cuts.
  result.value.sqlite.pragma('synchronous = OFF');
  opened.push({ db: result.value, remove });
  return result.value;
}

function empty(db: Db): void {
  for (const table of ['op', ...Object.keys(DERIVED), 'timeline', 'setting'])
    run(db, `DELETE FROM ${table}`);
}

/** Applies ops in groups of the given sizes, each its own transaction, as pages arrive. */
function deliver(db: Db, ops: readonly Op[], sizes: readonly number[]): void {
  let from = 0;
  for (let i = 0; from < ops.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    inTransaction(db, () => applyOps(db, ops.slice(from, from + size), null));
    from += size;
  }
}

let ana: Db;
let ben: Db;
beforeEach(() => {
  ana = open();
  ben = open();
});
afterEach(() => {
  for (const { db, remove } of opened) {
    closeDatabase(db);
    remove();
  }
  opened = [];
});

test('two engines given the same ops, in any order and with repeats, have equal tables', () => {
  const deliveries = arbitraryOps.chain((ops) =>
    fc.record({
      ops: fc.constant(ops),
      // Every op at least once, some twice, in any order.
      other: fc
        .tuple(fc.shuffledSubarray([...ops], { minLength: ops.length }), fc.subarray([...ops]))
        .map(([all, again]) => [...all, ...again]),
      sizes: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 4 }),
    }),
  );
  fc.assert(
    fc.property(deliveries, ({ ops, other, sizes }) => {
      empty(ana);
      empty(ben);
      deliver(ana, ops, [1]);
      deliver(ben, other, sizes);
      expect(derivedTables(ben)).toEqual(derivedTables(ana));
    }),
    { numRuns: 150 },
  );
});

test('the tables made again from the log are the tables that were there', () => {
  fc.assert(
    fc.property(arbitraryOps, (ops) => {
      empty(ana);
      deliver(ana, ops, [3]);
      const before = derivedTables(ana);
      inTransaction(ana, () => rebuild(ana, null));
      expect(derivedTables(ana)).toEqual(before);
    }),
    { numRuns: 80 },
  );
});

/** A `ts` so much before the ops' own time that some are held back by it, and in a few steps only. */
const tsOf = (step: number) =>
  `${Math.floor((NOW - 10 * MINUTE) / 1000)}.00${step}${String(step).padStart(3, '0')}`;

test('clocks that ran ahead are held back alike, whichever copy of a message came first', () => {
  const carried = arbitraryOps.chain((ops) => {
    const copies = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 3 });
    const pairs = fc
      .tuple(...ops.map((op) => copies.map((steps) => steps.map((step) => ({ op, step })))))
      .map((lists) => lists.flat());
    return pairs.chain((all) =>
      fc.record({
        here: fc.constant(all),
        there: fc.shuffledSubarray(all, { minLength: all.length }),
      }),
    );
  });
  const deliverEach = (db: Db, pairs: readonly { readonly op: Op; readonly step: number }[]) => {
    for (const { op, step } of pairs) inTransaction(db, () => applyOps(db, [op], tsOf(step)));
  };
  fc.assert(
    fc.property(carried, ({ here, there }) => {
      empty(ana);
      empty(ben);
      deliverEach(ana, here);
      // Ben made them all himself before any was in Slack.
      deliver(ben, [...new Set(there.map(({ op }) => op))], [4]);
      deliverEach(ben, there);
      expect(derivedTables(ben)).toEqual(derivedTables(ana));
      const before = derivedTables(ana);
      inTransaction(ana, () => rebuild(ana, null));
      expect(derivedTables(ana)).toEqual(before);
    }),
    { numRuns: 100 },
  );
});

test('a row that decayed is found, says nothing any more, and breaks nothing', () => {
  const ops = fc.sample(
    arbitraryOps.filter((list) => list.length > 5),
    { numRuns: 1, seed: 7 },
  )[0];
  const [first] = ops ?? [];
  if (ops === undefined || first === undefined) throw new Error('no ops');
  deliver(ana, ops, [5]);
  expect(damagedOps(ana)).toEqual([]);
  run(ana, 'UPDATE op SET fields = ? WHERE id = ?', '{"text":"de', first.id);
  expect(damagedOps(ana)).toEqual([first.id]);
  expect(loggedOp(ana, first.id)).toBeNull();
  inTransaction(ana, () => rebuild(ana, null));
  deliver(ben, ops.slice(1), [5]);
  expect(derivedTables(ana)).toEqual(derivedTables(ben));
  for (const { op, stamp } of opsOf(ana, null)) valueBefore(ana, { op, stamp }, 'text');
});

test('an op that comes again changes nothing and is not counted as new', () => {
  const [op] =
    fc.sample(
      arbitraryOps.filter((ops) => ops.length > 0),
      1,
    )[0] ?? [];
  if (op === undefined) throw new Error('no op');
  expect(inTransaction(ana, () => applyOps(ana, [op], null)).fresh).toHaveLength(1);
  const before = derivedTables(ana);
  expect(inTransaction(ana, () => applyOps(ana, [op, op], null)).fresh).toHaveLength(0);
  expect(derivedTables(ana)).toEqual(before);
});
