import type { Clock } from '../engine/ports.ts';

/** Where a fast clock stands: at `real` (ms since 1970) it shows `shown`, and runs `rate` times as fast. */
export type ClockPace = { readonly real: number; readonly shown: number; readonly rate: number };

/**
 * A clock that runs faster than the computer's, so that pauses of seconds pass in a test. Two
 * processes that are given the same pace show the same time.
 */
export function fastClock({ real, shown, rate }: ClockPace): Clock {
  return {
    now: () => Math.floor(shown + (Date.now() - real) * rate),
    after: (ms, task) => {
      const timer = setTimeout(task, ms / rate);
      return () => clearTimeout(timer);
    },
  };
}
