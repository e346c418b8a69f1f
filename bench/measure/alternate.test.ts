import { expect, test } from 'vitest';
import { alternate, median, p95 } from './alternate.ts';

test('the two sides take turns, and the first round does not count', async () => {
  const turns: string[] = [];
  const side = (name: string, figures: number[]) => () => {
    turns.push(name);
    return figures.shift() ?? Number.NaN;
  };
  const pair = await alternate(
    { rounds: 3 },
    side('ours', [900, 1, 3, 2]),
    side('bare', [900, 10, 30, 20]),
  );
  expect(turns.join(' ')).toBe('ours bare ours bare ours bare ours bare');
  expect(pair).toEqual({ value: 2, baseline: 20 });
});

test('a percentile is a sample that was there', () => {
  const samples = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(p95(samples)).toBe(96);
  expect(median([5, 1, 9])).toBe(5);
  expect(() => median([])).toThrow('Nothing was measured.');
});
