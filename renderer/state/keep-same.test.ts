import { expect, it } from 'vitest';
import { keepSame } from './keep-same.ts';

it('gives the old value back when nothing is different', () => {
  const before = { rows: [{ id: 'a', by: { ref: 'x', name: 'X' } }], older: null };
  expect(keepSame(before, structuredClone(before))).toBe(before);
});

it('keeps the rows of a window that moved', () => {
  const before = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const after = keepSame(before, [{ id: 'b' }, { id: 'c' }, { id: 'd' }]);
  expect(after).toEqual([{ id: 'b' }, { id: 'c' }, { id: 'd' }]);
  expect(after[0]).toBe(before[1]);
  expect(after[1]).toBe(before[2]);
});

it('replaces a row in which anything changed, and no other', () => {
  const before = [
    { id: 'a', waiting: true },
    { id: 'b', waiting: true },
  ];
  const after = keepSame(before, [
    { id: 'a', waiting: false },
    { id: 'b', waiting: true },
  ]);
  expect(after[0]).toEqual({ id: 'a', waiting: false });
  expect(after[1]).toBe(before[1]);
});

it('notices what is gone, what is new and what has another shape', () => {
  expect(keepSame({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  expect(keepSame({ a: 1 }, { a: 1, b: undefined })).toEqual({ a: 1, b: undefined });
  expect(keepSame([1], { a: 1 })).toEqual({ a: 1 });
  expect(keepSame(null, { a: 1 })).toEqual({ a: 1 });
  expect(keepSame([{ id: 'a' }, { id: 'b' }], [{ id: 'a' }])).toEqual([{ id: 'a' }]);
});
