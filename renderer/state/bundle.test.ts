import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeEngine, fakeEngine } from '../testing/fake-engine.ts';
import { fakeIncident } from '../testing/fake-incident.ts';
import type { GivenFile } from './ports.ts';
import { type RunningStore, startStore } from './store.ts';

let engine: FakeEngine;
let running: RunningStore;
let ids = 0;
const state = () => running.store.getState();

beforeEach(() => {
  engine = fakeEngine(fakeIncident);
  running = startStore({
    transport: engine.transport,
    address: {
      read: () => '#/',
      write: () => undefined,
      openApart: () => undefined,
      watch: () => () => undefined,
    },
    newId: () => `id ${ids++}`,
    now: () => 0,
  });
});
afterEach(() => running.stop());

const file = (name: string, size: number): GivenFile => ({
  ...{ name, size },
  read: async (from, to) => `${from}-${to}`,
});

type Piece = { readonly offset: number; readonly data: string; readonly last: boolean };
const pieces = () =>
  (engine.inputs as Piece[]).map(({ offset, data, last }) => [offset, data, last]);

it('gives a file piece by piece, and keeps what it brought', async () => {
  const isIn = state().takeBundles([file('INC-7F3K.quarterdeck', 900_000)]);
  expect(state().takings).toMatchObject([
    { name: 'INC-7F3K.quarterdeck', sent: 0, imported: null },
  ]);
  await isIn;
  expect(pieces()).toEqual([
    [0, '0-400000', false],
    [400_000, '400000-800000', false],
    [800_000, '800000-900000', true],
  ]);
  expect(state().takings).toMatchObject([
    { sent: 900_000, imported: { code: 'INC-7F3K', ops: 3 } },
  ]);
});

it('takes an empty file as the one piece that it is', async () => {
  await state().takeBundles([file('empty', 0)]);
  expect(pieces()).toEqual([[0, '0-0', true]]);
});

it('says why one of several was refused, there and to whoever looks elsewhere', async () => {
  const refusal = { code: 'bundle_refused', message: 'This file is no bundle.' } as const;
  engine.refuseNext(refusal);
  await state().takeBundles([file('holiday.zip', 10), file('INC-7F3K.quarterdeck', 10)]);
  expect(state().takings.map(({ problem, imported }) => [problem, imported?.ops])).toEqual([
    [refusal, undefined],
    [null, 3],
  ]);
  expect(state().deedProblem).toEqual(refusal);
  state().forgetTaken();
  expect(state().takings).toEqual([]);
});

it('says so when a file has gone before it was read', async () => {
  await state().takeBundles([{ name: 'gone', size: 10, read: async () => null }]);
  expect(state().takings[0]?.problem?.message).toMatch(/cannot be read/);
  expect(engine.inputs).toEqual([]);
});
