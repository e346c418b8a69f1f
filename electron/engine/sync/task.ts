import type { Attempt } from '../transport.ts';

/** Who pays: the incident on screen, the common share, what that leaves, or no history call. */
export type Purse = 'screen' | 'share' | 'spare' | 'free';

/** Something that is read again and again. */
export type Task = {
  readonly key: string;
  readonly every: number;
  /** Of two that are due, the lower goes first: a long past must not crowd out what is going on. */
  readonly rank: 0 | 1 | 2 | 3;
  readonly purse: Purse;
  /** Least ms between two reads that have only what the share leaves. */
  readonly apart?: number;
  /** Due at once, whenever it was read last: there is news of it. Said once. */
  readonly atOnce?: boolean;
  readonly read: () => Attempt<void>;
};
