import { WebClient } from '@slack/web-api';
import { fetchInto } from '../fetch.ts';
import { SMALL_TEAM } from '../seed.ts';
import { type StandingClock, standingClock } from '../standing-clock.ts';
import { createWorkspace, type Workspace, type WorkspaceOptions } from '../workspace.ts';

export const ANA = 'U0ANA000001';
export const BEN = 'U0BEN000001';
export const BOT = 'U0BOT000001';
export const GENERAL = 'C0GENERAL01';

export const setClock = (start = Date.UTC(2026, 10, 21, 2)): StandingClock => standingClock(start);

/** The same numbers each time. @see mulberry32 */
export function seededRandom(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => 'error' as never,
  setName: () => undefined,
};
/** Each call once, and every refusal at once. */
export const ONCE = {
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  logger: SILENT,
} as const;

export const clientOf = (slack: Workspace, token: string): WebClient =>
  new WebClient(token, { ...ONCE, fetch: fetchInto(slack) });

export type SmallTeam = {
  readonly slack: Workspace;
  readonly clock: StandingClock;
  readonly ana: WebClient;
  readonly ben: WebClient;
  readonly bot: WebClient;
};

/** Ana and Ben with a person's tokens, a bot, and a clock to move. */
export function smallTeam(options: Partial<WorkspaceOptions> = {}): SmallTeam {
  const clock = setClock();
  const slack = createWorkspace({ seed: SMALL_TEAM, clock, random: seededRandom(), ...options });
  return {
    slack,
    clock,
    ana: clientOf(slack, 'xoxp-ana'),
    ben: clientOf(slack, 'xoxp-ben'),
    bot: clientOf(slack, 'xoxb-quarterdeck'),
  };
}

/** Slack's code of a refused call, or the client's own; `ok` when it was not refused. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (cause) {
    return Object(cause).data?.error ?? Object(cause).code;
  }
  return 'ok';
}
