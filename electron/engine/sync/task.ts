import type { Attempt } from '../transport.ts';

/** Something that is read again and again. */
export type Task = {
  readonly key: string;
  readonly every: number;
  /** Of two that are due, the lower goes first: a long past must not crowd out what is going on. */
  readonly rank: 0 | 1 | 2 | 3;
  /** Due at once, whenever it was read last: there is news of it. Said once. */
  readonly atOnce?: boolean;
  readonly read: () => Attempt<void>;
};
