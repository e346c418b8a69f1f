import type { ActionViewT } from '#shared/contract/views.ts';
import type { Outcome } from '#shared/domain/outcome.ts';
import type { Problem } from '../../ui/problem.ts';

/** What can be changed of an action beside its text, its owner and whether it is done. */
export type ActionPatch = {
  /** ms since 1970, like `checkAt`; null takes it back. */
  readonly due?: number | null;
  readonly checkAt?: number | null;
  readonly outcome?: Outcome | null;
  readonly status?: 'open' | 'doing' | 'dropped';
};

/** Writes another text; resolves to what stood in the way, or null. */
export type Reword = (action: string, text: string) => Promise<Problem | null>;

/** Nobody works on it any more. */
export const isClosed = ({ done, status }: Pick<ActionViewT, 'done' | 'status'>): boolean =>
  done || status === 'dropped';

/** Done, and nobody has said whether it worked. */
const isUnanswered = ({ done, outcome }: ActionViewT): boolean => done && outcome === null;

/** Closed actions beyond these are folded away. */
const CLOSED_SHOWN = 3;
/** Of those that still ask something, so many: thousands of rows would keep the page waiting. */
const ASKING_SHOWN = 10;

export type ShownActions = {
  readonly open: readonly ActionViewT[];
  /** The latest first. */
  readonly closed: readonly ActionViewT[];
  /** How many more closed ones there are. */
  readonly folded: number;
};

/** What is in flight first; of the rest, what still asks something and the latest. */
export function shownActions(actions: readonly ActionViewT[], isUnfolded: boolean): ShownActions {
  const open = actions.filter((action) => !isClosed(action));
  const closed = actions
    .filter(isClosed)
    .sort((a, b) => (b.doneAt ?? b.addedAt) - (a.doneAt ?? a.addedAt));
  const shown = isUnfolded
    ? closed
    : closed.filter(
        (action, place) => place < CLOSED_SHOWN || (place < ASKING_SHOWN && isUnanswered(action)),
      );
  return { open, closed: shown, folded: closed.length - shown.length };
}

/** Nobody in particular: then it is done by nobody. */
const ANYBODY = /\b(?:can|could) (?:some|any)(?:one|body)\b/i;

export const asksAnybody = (text: string): boolean => ANYBODY.test(text);
