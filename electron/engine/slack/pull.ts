import { DAY } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { tsAt } from '#shared/ops/slack-ts.ts';
import { announceChange, type Context } from '../context.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { doubtSince } from '../store/doubt.ts';
import { incidentById } from '../store/incidents.ts';
import { channelOf } from '../store/slack-channels.ts';
import { newestKnown } from '../store/slack-messages.ts';
import { BEGINNING, newestRange, saveRange } from '../store/slack-ranges.ts';
import { noteCutShort } from '../store/slack-sweeps.ts';
import { newestUnproved } from '../store/slack-unproved.ts';
import type { Attempt } from '../transport.ts';
import { readAnnouncements } from './announcements.ts';
import type { Seeker } from './announcements-place.ts';
import { expectChannel } from './channel.ts';
import type { SlackCall } from './client.ts';
import { readTroubleOf } from './failure.ts';
import { PAGE, type Page, readDown } from './history.ts';
import { justAfter } from './history-message.ts';
import type { Place } from './ingest.ts';
import { reflect } from './mirror.ts';
import { readNameless } from './people.ts';

type Core = Pick<Context, 'ports' | 'db' | 'emit'>;

/** What reading a channel takes. */
export type Reading = {
  readonly core: Core;
  readonly call: SlackCall;
  /** Messages a page, at most. */
  readonly limit: number;
};

/** A channel as it is read: where, and what to call it. */
export type ReadPlace = Place & { readonly name: string };

export const readingWith = (core: Core, call: SlackCall, limit = PAGE): Reading => ({
  core,
  call,
  limit,
});

/** An incident's channel, or null while it has none. */
export function placeOf({ core }: Pick<Reading, 'core'>, incident: IncidentId): ReadPlace | null {
  const found = channelOf(core.db, incident);
  if (found === null || found.channel === null) return null;
  return { incident, channel: found.channel, name: found.name };
}

/** What a page of a channel is complete for. */
type Extent = {
  /** The upper end of what it is compared with, not included. */
  readonly before: string;
  /** The upper end of what is known now to have been read. */
  readonly newest: string;
  /** The upper end of which posts of this desktop were there before the call; `before` when absent. */
  readonly postsBefore?: string;
};

/**
 * Stores a page of a channel, and that it was read, in one transaction: after a crash it is there
 * whole or not at all.
 * @param also written with it, given the page's lower end
 */
export function keepPage(
  { core }: Reading,
  place: ReadPlace,
  page: Page,
  extent: Extent,
  also: (oldest: string) => void = () => undefined,
): void {
  const { db, ports } = core;
  const { messages, odd, last } = page;
  const oldest = last ? BEGINNING : (messages.at(-1)?.ts ?? extent.newest);
  const changed = inTransaction(db, () => {
    saveRange(db, place.channel, { oldest, newest: extent.newest });
    const { before, postsBefore = before } = extent;
    const stretch = { thread: null, messages, odd, oldest, before, postsBefore };
    also(oldest);
    return reflect({ db, log: ports.log, place }, stretch);
  });
  if (changed) announceChange(core, [place.incident]);
}

/** Older pages that one look at a channel reads at most; the background has the rest. */
const FOLLOWED_MAX = 4;

/**
 * Reads the newest page of an incident's channel, without `oldest`, so that it shows also what
 * changed or vanished of what is known; then older ones until what is known is met. Of a channel
 * that was never read, it reads the newest page and the one with the declaration: the rest is for
 * the background. Where something may have been posted and nobody knows, it reads on until it would
 * have been seen.
 */
export async function pullIncident(reading: Reading, id: IncidentId): Attempt<void> {
  const place = placeOf(reading, id);
  const { db } = reading.core;
  if (place === null) {
    const incident = incidentById(db, id);
    if (incident !== null) expectChannel(db, incident);
    return ok(undefined);
  }
  const before = newestRange(db, place.channel);
  const newest = await readNewest(reading, place);
  if (!newest.ok) return newest;
  for (let followed = 0; ; followed++) {
    const below = newestRange(db, place.channel)?.oldest ?? BEGINNING;
    const isMet = before === null || below <= before.newest || followed >= FOLLOWED_MAX;
    if (below === BEGINNING || (isMet && !isInDoubt(db, id, below))) break;
    const older = await readOlder(reading, place, below);
    if (!older.ok) return older;
  }
  return before === null ? readDeclaration(reading, place) : ok(undefined);
}

/** Reads the newest page. @param also see `keepPage` */
export async function readNewest(
  reading: Reading,
  place: ReadPlace,
  also?: (oldest: string) => void,
): Attempt<void> {
  const { call, limit, core } = reading;
  const { channel } = place;
  // What was known before the call must be in its answer, or else it is missing.
  const known = newestKnown(core.db, { channel, thread: null }) ?? BEGINNING;
  const posted = newestUnproved(core.db, channel) ?? BEGINNING;
  const page = await readDown(call, { channel, limit });
  if (!page.ok) return err(readTroubleOf(page.error, `#${place.name}`));
  const top = page.value.messages[0]?.ts ?? BEGINNING;
  const newest = top > known ? top : known;
  const postsBefore = justAfter(posted > newest ? posted : newest);
  const { messages, last } = page.value;
  noteCutShort(core.db, channel, !last && messages.length < limit);
  keepPage(reading, place, page.value, { before: justAfter(newest), newest, postsBefore }, also);
  return ok(undefined);
}

/** Reads the page below a `ts` down to which all is read. @param also see `keepPage` */
export async function readOlder(
  reading: Reading,
  place: ReadPlace,
  below: string,
  also?: (oldest: string) => void,
): Attempt<void> {
  const { call, limit } = reading;
  const page = await readDown(call, { channel: place.channel, limit, latest: below });
  if (!page.ok) return err(readTroubleOf(page.error, `#${place.name}`));
  keepPage(reading, place, page.value, { before: below, newest: below }, also);
  return ok(undefined);
}

/** Without its declaration an incident cannot be shown, and that stands at the channel's beginning. */
async function readDeclaration(reading: Reading, place: ReadPlace): Attempt<void> {
  const { core, call, limit } = reading;
  const head = channelOf(core.db, place.incident)?.head ?? null;
  const below = newestRange(core.db, place.channel)?.oldest ?? BEGINNING;
  if (head === null || below <= head || incidentById(core.db, place.incident) !== null) {
    return ok(undefined);
  }
  const page = await readDown(call, { channel: place.channel, limit, latest: head });
  if (!page.ok) return err(readTroubleOf(page.error, `#${place.name}`));
  const newest = page.value.messages[0]?.ts ?? BEGINNING;
  keepPage(reading, place, page.value, { before: head, newest });
  return ok(undefined);
}

/** A clock may have been this wrong when it stamped what is looked for. */
const CLOCK_ERROR_MS = DAY;

/** Whether something that may have been posted could stand below what was read. */
function isInDoubt(db: Db, incident: IncidentId, below: string): boolean {
  const since = doubtSince(db, incident);
  return since !== null && below > tsAt(since - CLOCK_ERROR_MS);
}

/** Finds announced incidents and learns names that turned up. */
export async function discoverAnnounced(seeker: Seeker): Attempt<void> {
  const { call, core } = seeker;
  const read = await readAnnouncements(seeker);
  if (!read.ok) return read;
  if (read.value) core.emit({ view: 'settings' });
  const named = await readNameless(call, core.db);
  if (!named.ok) return named;
  if (named.value) core.emit({ view: 'desk' });
  return ok(undefined);
}
