import { ok, type Result } from '#shared/base/result.ts';
import type { SlackFailure } from './failure.ts';

/** Whose token the calls are made with: one that lasts, or one that is renewed on the way. */
export type TokenSource = {
  /** The token to call with now. A failure when none can be had; then nothing was called. */
  readonly current: () => Promise<Result<string, SlackFailure>>;
  /**
   * Slack takes a token no more.
   * @returns another to try with, why there is none now, or null where there never is
   */
  readonly replace: (used: string) => Promise<Result<string, SlackFailure> | null>;
  /** Nobody is to act with it: what comes of a renewal under way is not kept while it is closed. */
  readonly close: () => void;
  /** It is to be used all the same: what should have taken its place was not kept. */
  readonly reopen: () => void;
};

export function lastingToken(token: string): TokenSource {
  return {
    current: async () => ok(token),
    replace: async () => null,
    close: () => undefined,
    reopen: () => undefined,
  };
}
