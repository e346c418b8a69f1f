import type { Cancel, Clock } from '../ports.ts';

/** A wait that can be cut short. */
export type Pause = {
  /** Resolves after `ms`, or as soon as someone wakes it. */
  readonly wait: (ms: number) => Promise<void>;
  /** Ends the wait under way, or the next one before it begins. */
  readonly wake: () => void;
};

export function createPause(clock: Clock): Pause {
  let woken = false;
  let end: (() => void) | null = null;
  return {
    wait: (ms) =>
      new Promise<void>((resolve) => {
        if (woken) {
          woken = false;
          resolve();
          return;
        }
        let cancel: Cancel | null = null;
        end = () => {
          end = null;
          cancel?.();
          resolve();
        };
        cancel = clock.after(ms, () => end?.());
      }),
    wake: () => {
      if (end === null) woken = true;
      else end();
    },
  };
}
