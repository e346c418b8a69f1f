import { HOUR } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { Db } from '../store/database.ts';
import { countFrom, isLongerThan, newestDoubtful, newestKnown } from '../store/slack-messages.ts';
import { BEGINNING, newestRange } from '../store/slack-ranges.ts';
import { isCutShort, saveSweep, sweepOf } from '../store/slack-sweeps.ts';
import { setThreadsDue } from '../store/slack-threads.ts';
import { newestMissed } from '../store/slack-unproved.ts';
import type { Attempt, WalkOptions, WalkProgress } from '../transport.ts';
import { backfillIncident } from './backfill.ts';
import { justAfter } from './history-message.ts';
import { placeOf, type Reading, type ReadPlace, readNewest, readOlder } from './pull.ts';
import { hasDueThreads, readThreads } from './threads.ts';

/** Threads that one step reads at most. */
const THREADS_A_STEP = 2;
/** An edit of a reply moves nothing at its root: threads are read again when it was this long ago. */
const THREAD_AGAIN_MS = HOUR;
/** A channel that was gone through within this time need not be, just because it is opened again. */
const WALK_AGAIN_MS = HOUR;

/**
 * One step of the slow read back through a channel: a page, then a few threads. It sees what changed
 * or vanished below the newest page, which every look reads. Where it stands is kept with the page.
 */
export async function sweepIncident(reading: Reading, id: IncidentId): Attempt<void> {
  const place = placeOf(reading, id);
  if (place === null) return ok(undefined);
  const range = newestRange(reading.core.db, place.channel);
  // What has not been read once is for the backfill.
  const isRead = range !== null && range.oldest === BEGINNING;
  if (isRead || newestInDoubt(reading.core.db, place.channel) !== null) {
    const read = await sweepPage(reading, place);
    if (!read.ok) return read;
  }
  return readThreads(reading, id, THREADS_A_STEP);
}

/** The newest message, of others or of this desktop, that one read missed and no second one yet. */
function newestInDoubt(db: Db, channel: string): string | null {
  const [seen, posted] = [newestDoubtful(db, channel), newestMissed(db, channel)];
  return seen === null || (posted !== null && posted > seen) ? posted : seen;
}

async function sweepPage(reading: Reading, place: ReadPlace): Attempt<void> {
  const { core, limit } = reading;
  const { db } = core;
  const { channel } = place;
  const sweep = sweepOf(db, channel);
  const doubtful = newestInDoubt(db, channel);
  // Missed once: looked for a second time before anything else.
  if (doubtful !== null) return readOlder(reading, place, justAfter(doubtful));
  const before = sweep.below ?? justAfter(newestKnown(db, { channel, thread: null }) ?? BEGINNING);
  const readBefore = core.ports.clock.now() - (sweep.walking ? 0 : THREAD_AGAIN_MS);
  const stand = (oldest: string) => {
    const isThrough = oldest === BEGINNING;
    const throughAt = isThrough ? Math.floor(core.ports.clock.now()) : sweep.throughAt;
    const below = isThrough ? null : oldest;
    saveSweep(db, channel, { below, walking: sweep.walking && !isThrough, throughAt });
    setThreadsDue(db, channel, { oldest, before }, readBefore);
  };
  if (sweep.below !== null) return readOlder(reading, place, sweep.below, stand);
  // All of a short channel is in its newest page, which every look reads.
  if (!sweep.walking && !isLongerThan(db, channel, limit) && !isCutShort(db, channel)) {
    stand(BEGINNING);
    return ok(undefined);
  }
  return readNewest(reading, place, stand);
}

/**
 * Has a channel gone through from its newest message to its first, soon and not a page a minute.
 * @param always also when it was gone through lately
 */
export function wantWalk(reading: Pick<Reading, 'core'>, id: IncidentId, always: boolean): void {
  const place = placeOf(reading, id);
  if (place === null) return;
  const { db, ports } = reading.core;
  const sweep = sweepOf(db, place.channel);
  if (sweep.walking || (!always && sweep.throughAt > ports.clock.now() - WALK_AGAIN_MS)) return;
  saveSweep(db, place.channel, { ...sweep, below: null, walking: true });
}

/**
 * Reads a whole channel as it is now: what was never read, then all of it from the newest message to
 * the first, then its threads; what was missed is looked for a second time. For an export. It can be
 * cancelled between any two pages, and after trouble or a restart goes on where it stood.
 * @returns whether it came to its end
 */
export async function walkIncident(
  reading: Reading,
  id: IncidentId,
  { onProgress, signal }: WalkOptions = {},
): Attempt<'through' | 'cancelled'> {
  const { db } = reading.core;
  wantWalk(reading, id, true);
  for (;;) {
    const place = placeOf(reading, id);
    if (place === null) return ok('through');
    if (signal?.aborted === true) return ok('cancelled');
    const step = nextStep(reading, place);
    if (step === null) return ok('through');
    const done = await step();
    if (!done.ok) return done;
    onProgress?.(progressOf(db, place.channel));
  }
}

function progressOf(db: Db, channel: string): WalkProgress {
  const { below, walking } = sweepOf(db, channel);
  return countFrom(db, channel, below ?? (walking ? END : BEGINNING));
}

/** Sorts after every `ts`. */
const END = '~';

function nextStep(reading: Reading, place: ReadPlace): (() => Attempt<void>) | null {
  const { db } = reading.core;
  const { channel, incident } = place;
  const range = newestRange(db, channel);
  if (range === null) return () => readNewest(reading, place);
  if (range.oldest !== BEGINNING) return () => backfillIncident(reading, incident);
  if (sweepOf(db, channel).walking || newestInDoubt(db, channel) !== null) {
    return () => sweepPage(reading, place);
  }
  if (!hasDueThreads(reading, channel)) return null;
  return () => readThreads(reading, incident, THREADS_A_STEP);
}
