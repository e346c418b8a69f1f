import type { IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { setBackfill } from '../store/slack-channels.ts';
import { BEGINNING, newestRange } from '../store/slack-ranges.ts';
import type { Attempt } from '../transport.ts';
import { placeOf, type Reading, readOlder } from './pull.ts';

/**
 * Reads one page of what a channel's first view left out, going back in time. What was read is kept
 * with the page, so that any stop, a crash among them, costs one page at most.
 */
export async function backfillIncident(reading: Reading, id: IncidentId): Attempt<void> {
  const place = placeOf(reading, id);
  if (place === null) return ok(undefined);
  const range = newestRange(reading.core.db, place.channel);
  if (range === null || range.oldest === BEGINNING) return ok(undefined);
  return readOlder(reading, place, range.oldest);
}

/** Stops reading the rest of a channel, or goes on with it, from where it stood. */
export function wantBackfill({ core }: Reading, id: IncidentId, wanted: boolean): void {
  setBackfill(core.db, id, wanted);
  core.emit({ view: 'incident', incident: id });
}
