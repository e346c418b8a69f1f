import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstAfter, firstFrom, itemAt, takeOut } from './sorted.ts';

const moments = fc
  .uniqueArray(fc.nat(50))
  .map((numbers) =>
    numbers.sort((a, b) => a - b).map((number) => ({ ts: String(number).padStart(3, '0') })),
  );
const moment = fc.nat(50).map((number) => String(number).padStart(3, '0'));

test('searching by halves finds what searching one by one finds', () => {
  fc.assert(
    fc.property(moments, moment, (items, ts) => {
      const from = items.filter((item) => item.ts < ts).length;
      const after = items.filter((item) => item.ts <= ts).length;
      expect([firstFrom(items, ts), firstAfter(items, ts)]).toEqual([from, after]);
      expect(itemAt(items, ts)).toBe(items.find((item) => item.ts === ts));
      const left = items.filter((item) => item.ts !== ts);
      takeOut(items, ts);
      expect(items).toEqual(left);
    }),
  );
});
