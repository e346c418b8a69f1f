import { afterEach, expect, test, vi } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import { createElectronDouble } from './testing/electron-double.ts';
import { wakeSync } from './wake-sync.ts';

afterEach(() => vi.useRealTimers());

test('waking, sitting down and a network that is back are each a reason to try at once', () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const double = createElectronDouble();
  const wake = vi.fn();
  wakeSync(double.parts, wake);
  double.power.emit('resume');
  double.power.emit('unlock-screen');
  expect(wake).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(60 * SECOND);
  expect(wake).toHaveBeenCalledTimes(2);
  double.network.isOnline = false;
  vi.advanceTimersByTime(10 * SECOND);
  expect(wake).toHaveBeenCalledTimes(2);
  double.network.isOnline = true;
  vi.advanceTimersByTime(10 * SECOND);
  expect(wake).toHaveBeenCalledTimes(3);
});
