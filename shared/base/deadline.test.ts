import { expect, test } from 'vitest';
import { createDeadline } from './deadline.ts';

test('a wait ends after its time', () => {
  let now = 1_000;
  const deadline = createDeadline(() => now);
  expect(deadline.left()).toBe(0);
  deadline.set(500);
  now += 200;
  expect(deadline.left()).toBe(300);
  now += 400;
  expect(deadline.left()).toBe(0);
});

test('a clock that is set back makes a wait begin anew, and no longer', () => {
  let now = 5 * 3_600_000;
  const deadline = createDeadline(() => now);
  deadline.set(1_000);
  now -= 4 * 3_600_000;
  expect(deadline.left()).toBe(1_000);
  now += 1_000;
  expect(deadline.left()).toBe(0);
});
