import type { Span } from '../controls.ts';

/** As many as are remembered; of more, those that are longest ago are forgotten. */
const KEPT_MAX = 40;

/** Times what the sync does: of each thing, how it went the last time. */
export type Spans = {
  /** Begins one; it ends when what is returned is called with how it went. */
  readonly begin: (what: Span['what'], subject: string) => (outcome: string) => void;
  /** The newest first. */
  readonly list: () => readonly Span[];
};

/** @param now ms since 1970 */
export function createSpans(now: () => number): Spans {
  const kept = new Map<string, Span>();
  return {
    begin: (what, subject) => {
      const at = now();
      return (outcome) => {
        const key = `${what} ${subject}`;
        kept.delete(key);
        // A clock that was set back in between tells nothing.
        kept.set(key, { what, subject, at, ms: Math.max(0, now() - at), outcome });
        const [oldest] = kept.keys();
        if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
      };
    },
    list: () => [...kept.values()].reverse(),
  };
}
