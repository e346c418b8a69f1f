import { SECOND } from '#shared/base/duration.ts';
import { type Desktop, memorySecrets, startDesktop } from '../engine/testing/desktop.ts';
import { fetchInto } from '../localslack/fetch.ts';
import type { Findings } from './audit.ts';
import type { Person, SlackSide } from './slack-side.ts';
import { unreadIn } from './unread.ts';

/** Longest a desk may take, on its own clock, to send and read everything once nothing fails. */
const CALM_MS = 600 * SECOND;

/**
 * Starts an engine in this process on a folder, with time in hand, and lets it come to rest with
 * Slack. Tells what did not.
 */
export async function recover(
  slack: SlackSide,
  {
    profile,
    person,
    seed,
    retry = false,
  }: {
    readonly profile: string;
    readonly person: Person;
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
    secrets: memorySecrets(person.token),
    fetch: fetchInto(slack.workspace),
  });
  try {
    await clock.advance(5 * SECOND);
    if (retry) await desk.command('sync.retry', {});
    return await rest(desk, () => unreadIn(profile, person.user, slack.workspace));
  } finally {
    await desk.stop();
  }
}

/**
 * Waits until nothing is left to send or to read, and for a second round, since what was sent has
 * sequels. How long reading takes depends on how many channels there are and how Slack limits it.
 */
async function rest(desk: Desktop, unread: () => readonly string[]): Promise<Findings> {
  let waited = 0;
  let calm = 0;
  while (calm < 2) {
    await desk.clock.advance(25 * SECOND);
    waited += 25 * SECOND;
    const { state, waiting, problem } = await desk.query('sync', {});
    const isSent = state === 'synced' && waiting === 0;
    calm = isSent && unread().length === 0 ? calm + 1 : 0;
    if (calm === 0 && waited > CALM_MS) {
      const sync = `${state}, ${waiting} wait, ${problem?.message}`;
      return [`the sync does not come to rest: ${[sync, ...unread()].join('; ')}`];
    }
  }
  const errors = desk.log.filter(({ level }) => level === 'error');
  return errors.map(({ event, detail }) => `logged ${event}: ${JSON.stringify(detail)}`);
}
