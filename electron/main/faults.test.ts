import { expect, test } from 'vitest';
import type { LogLine } from '../engine/ports.ts';
import { watchFaults } from './faults.ts';
import { createElectronDouble } from './testing/electron-double.ts';
import { emitter } from './testing/emitter.ts';

function watched() {
  const double = createElectronDouble();
  const source = emitter();
  const log: LogLine[] = [];
  let now = 0;
  watchFaults({ ...double.parts, now: () => now }, source, (line) => log.push(line));
  const later = (ms: number) => {
    now += ms;
  };
  return { ...double, source, log, later };
}

test('what nobody caught is in the log with its place, and told in words without what it says', () => {
  const { source, log, asked } = watched();
  source.emit('uncaughtException', new TypeError('no such incident: Checkout of xoxp-1'));
  expect(log).toMatchObject([{ event: 'shell.failed', fault: { name: 'TypeError' } }]);
  expect(log[0]?.fault?.stack[0]).toContain('faults.test.ts');
  expect(asked).toEqual([expect.stringContaining('Everything saved is safe')]);
  expect(asked[0]).toContain('TypeError at ');
  expect(JSON.stringify([log, asked])).not.toMatch(/Checkout|xoxp/);
});

test('a fault that comes again and again fills the log and not the screen', () => {
  const { source, log, asked, later } = watched();
  for (let i = 0; i < 5; i++) source.emit('unhandledRejection', new Error('again'));
  expect(log).toHaveLength(5);
  expect(asked).toHaveLength(1);
  later(60_000);
  source.emit('unhandledRejection', 'not an error');
  expect(asked).toHaveLength(2);
});

test('a process of Chromium that ended is in the log', () => {
  const { emit, log, asked } = watched();
  emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5 });
  emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0 });
  expect(log).toEqual([
    {
      level: 'warn',
      event: 'process.gone',
      detail: { type: 'GPU', reason: 'crashed', exitCode: 5 },
    },
  ]);
  expect(asked).toEqual([]);
});
