import { describe, expect, test } from 'vitest';
import { ALL_FAULTS, faultsNamed } from './faults.ts';
import { plants } from './planted-bugs.ts';
import { planted } from './plants.ts';
import { simulate } from './simulate.ts';

describe('a seed', () => {
  test.each([1, 2])('%i is the same run each time, whatever goes wrong', async (seed) => {
    const options = { seed, desktops: 3, ops: 60, faults: ALL_FAULTS };
    const first = await simulate(options);
    // Another one in between leaves nothing behind.
    await simulate({ ...options, seed: seed + 100, ops: 20 });
    const second = await simulate(options);
    expect(second).toEqual(first);
    expect(first.counts.acked).toBeGreaterThan(0);
  });

  test('has a hash of its own', async () => {
    const options = { desktops: 2, ops: 20, faults: [] };
    const [one, other] = [
      await simulate({ ...options, seed: 1 }),
      await simulate({ ...options, seed: 2 }),
    ];
    expect(one.hash).not.toBe(other.hash);
  });
});

test('where nothing goes wrong, everybody agrees', async () => {
  const { failures, counts } = await simulate({ seed: 3, desktops: 3, ops: 60, faults: [] });
  expect(failures).toEqual([]);
  expect(counts.spare).toBe(0);
});

test('a fault that does not exist is named', () => {
  expect(faultsNamed('crash,earthquake')).toEqual({ unknown: 'earthquake' });
  expect(faultsNamed('none')).toEqual({ faults: [] });
  expect(faultsNamed('all')).toEqual({ faults: ALL_FAULTS });
});

test.each(plants)('the planted bug "$name" still fits the file it is for', (plant) => {
  expect(planted(plant)).toHaveProperty('source');
});
