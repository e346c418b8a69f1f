/** The end of a wait, by a wall clock that people and networks set. */
export type Deadline = {
  /** Begins a wait of `ms`. */
  readonly set: (ms: number) => void;
  /** ms until it is over; 0 when it is, or when none was begun. */
  readonly left: () => number;
};

/**
 * A wait that never lasts longer than it was meant to: a clock that is set back by hours would else
 * hold up for hours what should rest for a second. It begins anew then, since nobody knows how much
 * of it had passed.
 * @param now ms since 1970
 */
export function createDeadline(now: () => number): Deadline {
  let from = 0;
  let length = 0;
  return {
    set: (ms) => {
      from = now();
      length = ms;
    },
    left: () => {
      const at = now();
      if (at < from) from = at;
      return Math.max(0, from + length - at);
    },
  };
}
