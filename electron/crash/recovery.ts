import { SECOND } from '#shared/base/duration.ts';
import { type Desktop, memorySecrets, startDesktop } from '../engine/testing/desktop.ts';
import { fetchInto } from '../localslack/fetch.ts';
import type { Findings } from './audit.ts';
import type { SlackSide } from './slack-side.ts';

/** Longest a desk may take, on its own clock, to have everything in Slack once nothing fails. */
const CALM_MS = 600 * SECOND;

/**
 * Starts an engine in this process on a folder, with time in hand, and lets it come to rest with
 * Slack. Tells what did not.
 */
export async function recover(
  slack: SlackSide,
  {
    profile,
    token,
    seed,
    retry = false,
  }: {
    readonly profile: string;
    readonly token: string;
    readonly seed: number;
    /** Whether somebody presses Retry, for what Slack refused. */
    readonly retry?: boolean;
  },
): Promise<Findings> {
  const clock = slack.hold();
  const desk = await startDesktop({
    profile,
    clock,
    seed,
    secrets: memorySecrets(token),
    fetch: fetchInto(slack.workspace),
  });
  try {
    await clock.advance(5 * SECOND);
    if (retry) await desk.command('sync.retry', {});
    return await rest(desk);
  } finally {
    await desk.stop();
  }
}

/** Waits for two rounds of reading with nothing left to send. */
async function rest(desk: Desktop): Promise<Findings> {
  let waited = 0;
  let calm = 0;
  while (calm < 2) {
    await desk.clock.advance(25 * SECOND);
    waited += 25 * SECOND;
    const { state, waiting, problem } = await desk.query('sync', {});
    calm = state === 'synced' && waiting === 0 ? calm + 1 : 0;
    if (waited > CALM_MS) {
      return [`the sync does not come to rest: ${state}, ${waiting} wait, ${problem?.message}`];
    }
  }
  const errors = desk.log.filter(({ level }) => level === 'error');
  return errors.map(({ event, detail }) => `logged ${event}: ${JSON.stringify(detail)}`);
}
