import { expect, test } from 'vitest';
import { secretRandom } from './random.ts';

test('is spread evenly over [0, 1), with no number twice', () => {
  const random = secretRandom();
  const drawn = Array.from({ length: 20_000 }, random);
  expect(drawn.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(new Set(drawn).size).toBe(drawn.length);
  const tenths = new Array<number>(10).fill(0);
  for (const number of drawn) {
    const tenth = Math.floor(number * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  // 2,000 each; six standard deviations are 255.
  expect(tenths.every((count) => Math.abs(count - 2_000) < 255)).toBe(true);
});
