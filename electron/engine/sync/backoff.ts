/** First wait after a failure, and the longest one. */
const FIRST_MS = 1_000;
const LONGEST_MS = 20_000;

/**
 * How long to wait after the nth failure in a row, counted from 1: doubling, and spread over its
 * upper half so that desktops that lost the network together do not come back together.
 */
export function backoff(failures: number, random: () => number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16));
  return Math.round(whole / 2 + (whole / 2) * random());
}
