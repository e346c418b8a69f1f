import { expect, test } from 'vitest';
import type { LogLine } from '../engine/ports.ts';
import { reviveOnCrash } from './page-crash.ts';
import { createElectronDouble } from './testing/electron-double.ts';
import { createWindowDouble } from './testing/window-double.ts';

test('a page whose process ends is loaded again, until it ends again and again', () => {
  const double = createElectronDouble();
  const window = createWindowDouble({});
  const log: LogLine[] = [];
  let now = 0;
  reviveOnCrash({ ...double.parts, now: () => now }, window.asElectron, (line) => log.push(line));
  const end = (reason: string) => window.contents.emit('render-process-gone', {}, { reason });
  const reloads = () => window.contents.sent.filter(({ channel }) => channel === 'reload').length;
  end('clean-exit');
  expect(reloads()).toBe(0);
  for (let i = 0; i < 3; i++) end('oom');
  expect(reloads()).toBe(3);
  end('crashed');
  expect(reloads()).toBe(3);
  expect(double.asked).toEqual([expect.stringContaining('Nothing that was saved is lost.')]);
  now += 60_000;
  end('crashed');
  expect(reloads()).toBe(4);
  expect(log.map(({ detail }) => detail?.reason)).toEqual([
    ...['oom', 'oom', 'oom', 'crashed', 'crashed'],
  ]);
});
