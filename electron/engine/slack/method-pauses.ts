import type { EnginePorts } from '../ports.ts';

/** Desktops that were limited together come back spread over this share of the wait. */
const LATE = 0.1;

type Pause = {
  /** ms since 1970. */
  readonly from: number;
  readonly until: number;
};

/**
 * Which methods Slack wants left alone. A limit is the app's in its workspace, so it outlives a
 * token. When a pause is over one call goes ahead, and the others wait for how it fares: each of
 * them would else be refused once more.
 */
export type MethodPauses = {
  /**
   * Asks for a call of a method. The answer: ms to wait, or null when it may be made; then `settle`
   * must follow.
   */
  readonly enter: (method: string) => Promise<number | null>;
  /** How the call ended. @param retryAfter ms that Slack asks to wait, or null */
  readonly settle: (method: string, retryAfter: number | null) => void;
};

export function createPauses({
  clock,
  random,
}: Pick<EnginePorts, 'clock' | 'random'>): MethodPauses {
  const pauses = new Map<string, Pause>();
  /** Calls that went ahead after a pause, and who waits for how they fare. */
  const ahead = new Map<string, (() => void)[]>();

  const pausedFor = (method: string): number => {
    const pause = pauses.get(method);
    const now = clock.now();
    // A clock that was set back ends it: waiting for hours would be worse than one call too many.
    return pause === undefined || now < pause.from ? 0 : Math.ceil(pause.until - now);
  };

  const enter = async (method: string): Promise<number | null> => {
    for (;;) {
      const wait = pausedFor(method);
      if (wait > 0) return wait;
      if (!pauses.has(method)) return null;
      const waiting = ahead.get(method);
      if (waiting === undefined) {
        ahead.set(method, []);
        return null;
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };

  return {
    enter,
    settle: (method, retryAfter) => {
      if (retryAfter === null) {
        // A call that was under way when another was limited proves nothing.
        if (pausedFor(method) <= 0) pauses.delete(method);
      } else {
        const from = clock.now();
        const wait = retryAfter * (1 + LATE * random());
        // Of calls that were limited together, the shortest wait must not end the longest.
        if (wait > pausedFor(method)) pauses.set(method, { from, until: from + wait });
      }
      const waiting = ahead.get(method) ?? [];
      ahead.delete(method);
      for (const go of waiting) go();
    },
  };
}
