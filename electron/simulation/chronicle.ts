import { createHash } from 'node:crypto';

/**
 * Everything that happened, as one hash: two runs of a seed are the same when it is. The latest
 * events are kept in words, for whoever looks into a failure.
 */
export type Chronicle = {
  readonly note: (...words: readonly (string | number | boolean | null)[]) => void;
  /** A failure, once. */
  readonly fail: (what: string) => void;
  readonly failures: readonly string[];
  readonly hash: () => string;
};

const FAILURES_MAX = 20;

/** @param trace is given each event as a line, where somebody wants to read along */
export function createChronicle(trace: ((line: string) => void) | null): Chronicle {
  const digest = createHash('sha256');
  const failures: string[] = [];
  const note: Chronicle['note'] = (...words) => {
    const line = words.join(' ');
    digest.update(line).update('\n');
    trace?.(line);
  };
  return {
    note,
    fail: (what) => {
      note('FAILED', what);
      if (failures.length < FAILURES_MAX && !failures.includes(what)) failures.push(what);
    },
    failures,
    hash: () => digest.copy().digest('hex').slice(0, 16),
  };
}
