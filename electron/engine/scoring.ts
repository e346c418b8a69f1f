import type { Context } from './context.ts';
import type { Cancel } from './ports.ts';
import { inTransaction, noted } from './store/database.ts';
import { type MessagePlace, scoreAfter, scoringIsDone, scoringIsDue } from './store/suggestions.ts';

/** Messages a step takes before the engine has its turn again: some milliseconds. */
const STEP = 1_000;
const FIRST: MessagePlace = { channel: '', ts: '' };

/** Scores what was read before there were these signals, a part at a time. */
export function startScoring({ ports, db }: Pick<Context, 'ports' | 'db'>): {
  readonly stop: () => void;
} {
  let cancel: Cancel = () => undefined;
  const step = (after: MessagePlace): void => {
    try {
      const next = inTransaction(db, () => {
        const place = scoreAfter(db, after, STEP);
        if (place === null) scoringIsDone(db);
        return place;
      });
      if (next !== null) cancel = ports.clock.after(0, () => step(next));
    } catch (cause) {
      // The next start tries again: until then older messages are not suggested.
      noted(db, cause);
      const name = cause instanceof Error ? cause.name : typeof cause;
      ports.log({ level: 'error', event: 'scoring.failed', detail: { name } });
    }
  };
  if (scoringIsDue(db)) cancel = ports.clock.after(0, () => step(FIRST));
  return { stop: () => cancel() };
}
