import type { Clock } from './model.ts';

/** Time that stands until it is moved. What was due by then runs when it is. */
export type StandingClock = Clock & {
  /** Moves time on by some ms. */
  readonly advance: (ms: number) => void;
  /** Moves time to a moment, in ms since 1970, also an earlier one. */
  readonly set: (moment: number) => void;
};

export function standingClock(start: number): StandingClock {
  let now = start;
  let due: { readonly at: number; readonly task: () => void }[] = [];
  const set = (moment: number): void => {
    now = moment;
    const ready = due.filter(({ at }) => at <= now);
    due = due.filter(({ at }) => at > now);
    for (const { task } of ready.sort((a, b) => a.at - b.at)) task();
  };
  return {
    now: () => now,
    after: (ms, task) => {
      const entry = { at: now + ms, task };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    advance: (ms) => set(now + ms),
    set,
  };
}
