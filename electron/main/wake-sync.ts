import { SECOND } from '#shared/base/duration.ts';
import type { ElectronParts } from './electron-parts.ts';

/** Electron tells the main process of no change: it is looked at so often. */
const LOOK_MS = 5 * SECOND;

/**
 * Calls when there is reason to try at once what waits for a network: the computer wakes, somebody
 * sits down at it, or a network is there again, which after a sleep takes its time.
 * Nothing is to be done before a sleep: what people did is on the disk, and a request that the sleep
 * cut off ends by its own time.
 */
export function wakeSync(
  { powerMonitor, isOnline }: Pick<ElectronParts, 'powerMonitor' | 'isOnline'>,
  wake: () => void,
): void {
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
  let wasOnline = isOnline();
  const timer = setInterval(() => {
    const isNow = isOnline();
    if (isNow && !wasOnline) wake();
    wasOnline = isNow;
  }, LOOK_MS);
  // It keeps no process alive.
  timer.unref();
}
