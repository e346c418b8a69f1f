import { MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { tsAt, tsMs } from '#shared/ops/slack-ts.ts';
import { announceChange } from '../context.ts';
import { inTransaction } from '../store/database.ts';
import { textRoots } from '../store/post-mortems.ts';
import { hasDoubtfulReplies, newestKnown } from '../store/slack-messages.ts';
import { BEGINNING } from '../store/slack-ranges.ts';
import {
  dueThreads,
  mirroredState,
  setThreadDue,
  setThreadRead,
  threadState,
  threadsDueFrom,
} from '../store/slack-threads.ts';
import { newestUnproved } from '../store/slack-unproved.ts';
import type { Attempt } from '../transport.ts';
import { readTroubleOf, type SlackFailure } from './failure.ts';
import { type Page, readPage } from './history.ts';
import { justAfter } from './history-message.ts';
import { reflect } from './mirror.ts';
import { placeOf, type Reading, type ReadPlace } from './pull.ts';

/** A thread that did not show what its root told is left alone for so long. */
const AGAIN_MS = MINUTE;

/** Whether some thread of an incident has moved since it was read. */
export function hasDueThreads({ core }: Pick<Reading, 'core'>, channel: string): boolean {
  const again = core.ports.clock.now() - AGAIN_MS;
  const since = threadsDueFrom(core.db, channel);
  return since !== null && since <= again;
}

/** Reads threads that moved, the newest first, `most` at a time. */
export async function readThreads(reading: Reading, id: IncidentId, most: number): Attempt<void> {
  const place = placeOf(reading, id);
  if (place === null) return ok(undefined);
  const { db, ports } = reading.core;
  const again = ports.clock.now() - AGAIN_MS;
  for (const root of dueThreads(db, place.channel, most, again)) {
    const read = await readThread(reading, place, root);
    if (!read.ok) return err(readTroubleOf(read.error, `#${place.name}`));
  }
  return ok(undefined);
}

/** Reads what was written in an incident's post-mortem, whether or not its thread is known to have moved. */
export async function readText(reading: Reading, id: IncidentId): Attempt<void> {
  const place = placeOf(reading, id);
  if (place === null) return ok(undefined);
  for (const root of textRoots(reading.core.db, id)) {
    const read = await readThread(reading, place, root);
    if (!read.ok) return err(readTroubleOf(read.error, `#${place.name}`));
  }
  return ok(undefined);
}

/** Replies so much older than the newest known one are read again: they may come out of their order. */
const OUT_OF_ORDER_MS = 2 * MINUTE;

/** Reads what is new in an incident's post-mortem, while somebody has it open. */
export async function readNewText(reading: Reading, id: IncidentId): Attempt<void> {
  const { db } = reading.core;
  const place = placeOf(reading, id);
  if (place === null) return ok(undefined);
  for (const root of textRoots(db, id)) {
    const known = newestKnown(db, { channel: place.channel, thread: root });
    const from = known === null ? BEGINNING : tsAt(tsMs(known) - OUT_OF_ORDER_MS);
    const read = await readThread(reading, place, root, from);
    if (!read.ok) return err(readTroubleOf(read.error, `#${place.name}`));
  }
  return ok(undefined);
}

/**
 * Reads the replies of a thread, page by page, each page kept as it comes.
 * @param from a `ts`; only what is newer is read. All of the thread when not said
 */
async function readThread(
  reading: Reading,
  place: ReadPlace,
  root: string,
  from = BEGINNING,
): Promise<Result<void, SlackFailure>> {
  const { core, call, limit } = reading;
  const { channel } = place;
  const scope = { channel, thread: root };
  // As it stood before: what moves while it is read makes it due again.
  const state = threadState(core.db, channel, root) ?? '';
  const known = newestKnown(core.db, scope) ?? root;
  const posted = newestUnproved(core.db, channel, root) ?? root;
  const since = from === BEGINNING ? {} : { oldest: from };
  let oldest = from === BEGINNING ? BEGINNING : justAfter(from);
  for (let cursor = ''; ; ) {
    const page = await readPage(call, { channel, limit, thread: root, ...since, cursor });
    if (!page.ok && !isGone(page.error)) return page;
    const { messages: all, last, ...rest } = page.ok ? page.value : NO_REPLIES;
    // The root comes first, and is the channel's matter: an answer that lags would turn it back.
    const messages = all.filter(({ ts }) => ts !== root);
    const top = messages[0]?.ts ?? root;
    const before = justAfter(last && known > top ? known : top);
    const postsBefore = last && posted >= before ? justAfter(posted) : before;
    const changed = inTransaction(core.db, () => {
      const stretch = { thread: root, messages, odd: rest.odd, oldest, before, postsBefore };
      const any = reflect({ db: core.db, log: core.ports.log, place }, stretch);
      if (last && from === BEGINNING) finish(reading, scope, state, page.ok);
      return any;
    });
    if (changed) announceChange(core, [place.incident]);
    if (last) return ok(undefined);
    if (rest.cursor === '' || top === root) return err({ kind: 'unreadable', tooLarge: false });
    oldest = before;
    cursor = rest.cursor;
  }
}

const NO_REPLIES: Page = { messages: [], odd: [], last: true, cursor: '' };

/** The root was deleted and has no replies, or is not to be seen any more. */
const isGone = (failure: SlackFailure) =>
  failure.kind === 'platform' && failure.code === 'thread_not_found';

/** Notes that a thread was read, and whether what came is what its root had told. */
function finish(
  { core }: Reading,
  { channel, thread: root }: { readonly channel: string; readonly thread: string },
  state: string,
  isThere: boolean,
): void {
  const mirrored = mirroredState(core.db, channel, root);
  // Missed once: looked for a second time at once.
  if (hasDoubtfulReplies(core.db, channel, root)) {
    setThreadDue(core.db, channel, root);
    return;
  }
  const isMet = mirrored === state || (!isThere && mirrored === '0 ');
  const now = Math.floor(core.ports.clock.now());
  setThreadRead(core.db, { channel, root, state, isMet, now });
}
