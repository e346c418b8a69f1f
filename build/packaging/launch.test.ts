import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launchProblem } from './launch.ts';

const PROGRAM = join(import.meta.dirname, 'testing', 'program.ts');

test('an app that opens, declares and ends is a good one', { timeout: 60_000 }, async () => {
  expect(await launchProblem(process.execPath, [PROGRAM])).toBe(null);
});

test('one that ends at once is told from it', { timeout: 20_000 }, async () => {
  expect(await launchProblem(process.execPath, ['--eval', '', '--'])).toBe(
    'it ends before it has opened',
  );
});

test('and so is one that never opens', { timeout: 20_000 }, async () => {
  const idle = ['--eval', 'setInterval(() => undefined, 1000)', '--'];
  expect(await launchProblem(process.execPath, idle, 1_000)).toBe('it has not opened within 1 s');
});
