import type { Clock } from '../engine/ports.ts';
import type { Timeline } from './timeline.ts';

/** A desktop's own idea of time: a wall clock that may be wrong, timers that rest while it sleeps. */
export type DeskClock = {
  readonly now: Clock['now'];
  readonly after: Clock['after'];
  /** How far the wall clock is off, in ms. */
  readonly offset: () => number;
  readonly jump: (ms: number) => void;
  readonly jumpedSince: (at: number) => boolean;
  readonly sleep: () => void;
  readonly wake: () => void;
  readonly asleep: () => boolean;
};

export function createDeskClock(timeline: Timeline): DeskClock {
  let offset = 0;
  let jumpedAt = Number.NEGATIVE_INFINITY;
  let asleep = false;
  let held: (() => void)[] = [];
  const runAwake = (task: () => void): void => {
    if (asleep) held.push(() => runAwake(task));
    else task();
  };
  return {
    now: () => timeline.now() + offset,
    after: (ms, task) => {
      let isOff = false;
      const cancel = timeline.after(ms, () =>
        runAwake(() => {
          if (!isOff) task();
        }),
      );
      return () => {
        isOff = true;
        cancel();
      };
    },
    offset: () => offset,
    jump: (ms) => {
      offset += ms;
      jumpedAt = timeline.now();
    },
    jumpedSince: (at) => jumpedAt >= at,
    sleep: () => {
      asleep = true;
    },
    wake: () => {
      asleep = false;
      const due = held;
      held = [];
      for (const task of due) timeline.after(0, task);
    },
    asleep: () => asleep,
  };
}
