import { MINUTE } from '#shared/base/duration.ts';
import type { Context } from '../context.ts';
import { askedIssues } from '../store/github.ts';
import type { GitHubCall } from './client.ts';
import { createSendIssue, type Pause } from './send-issue.ts';

/** After the disk refused. */
const REST_MS = 5 * MINUTE;

/** Sends what was asked for, one after the other. */
export type IssueSender = {
  /** There is something to do, or what was in the way may be gone. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
};

/**
 * Makes the issues that were asked for, as far as GitHub can be reached.
 * @param client the client, or null while there is no token
 * @param changed tells the screens
 */
export function createIssueSender(
  context: Context,
  client: () => GitHubCall | null,
  changed: () => void,
): IssueSender {
  const { db, ports } = context;
  const send = createSendIssue(context, changed);
  let cancel: (() => void) | null = null;
  let running: Promise<void> | null = null;
  let isAgain = false;
  let isStopped = false;

  /** Null: all is done, or a person is needed. */
  const drain = async (): Promise<Pause | null> => {
    while (!isStopped) {
      const call = client();
      const next = askedIssues(db).find(({ state }) => state !== 'held');
      if (call === null || next === undefined) return null;
      const pause = await send(next, call);
      if (pause > 0) return pause;
    }
    return null;
  };

  const attempt = async (): Promise<Pause | null> => {
    try {
      return await drain();
    } catch (cause) {
      // The disk: what was asked for is written down, and goes when it can be written on.
      const name = cause instanceof Error ? cause.name : String(cause);
      ports.log({ level: 'error', event: 'github.failed', detail: { name } });
      return REST_MS;
    }
  };

  const run = async (): Promise<void> => {
    do {
      isAgain = false;
      const pause = await attempt();
      if (pause !== null && !isStopped && !isAgain) cancel = ports.clock.after(pause, wake);
    } while (isAgain && !isStopped);
    running = null;
  };

  const wake = (): void => {
    cancel?.();
    cancel = null;
    if (isStopped) return;
    if (running !== null) isAgain = true;
    else running = run();
  };

  return {
    wake,
    stop: async () => {
      isStopped = true;
      cancel?.();
      await running;
    },
  };
}
