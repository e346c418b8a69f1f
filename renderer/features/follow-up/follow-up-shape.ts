import type { FollowUpViewT } from '#shared/contract/views/record.ts';
import { type FollowUpState, type FollowUpType, isSettledState } from '#shared/domain/follow-up.ts';

/** What is chosen of a follow-up. */
export type FollowUpPatch = {
  readonly state?: FollowUpState;
  readonly type?: FollowUpType | null;
  readonly owner?: string | null;
  /** ms since 1970, like `due`; null takes it back. */
  readonly soakUntil?: number | null;
  readonly due?: number | null;
};

/** What is written of a follow-up. */
export type FollowUpText = {
  readonly text?: string;
  readonly doneWhen?: string;
  /** Done by what is written with it. */
  readonly state?: 'done';
  readonly issueUrl?: string | null;
};

/** What still asks for something first. */
const RANK: readonly string[] = ['committed', 'open', 'soaking', 'done', 'dropped'];

const rankOf = ({ state }: FollowUpViewT) => {
  const rank = RANK.indexOf(state);
  return rank < 0 ? 0 : rank;
};

export const sortedFollowUps = (all: readonly FollowUpViewT[]): readonly FollowUpViewT[] =>
  [...all].sort((a, b) => rankOf(a) - rankOf(b));

/** `2 soaking, 1 committed`; null where nothing is left to do. */
export function countWords(all: readonly FollowUpViewT[]): string | null {
  const words = ['soaking', 'open', 'committed'].flatMap((state) => {
    const count = all.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  return words.length === 0 ? null : words.join(', ');
}

/** It is over: done or dropped. */
export const isSettled = ({ state }: FollowUpViewT): boolean => isSettledState(state);

/** Somebody said how we know that it is done, or where that can be read. */
export const isProved = ({ doneWhen, issueUrl }: FollowUpViewT): boolean =>
  doneWhen !== '' || issueUrl !== null;
