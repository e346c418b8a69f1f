import { incidentsWithGaps } from '../store/slack-ranges.ts';
import type { Transport } from '../transport.ts';
import { backfillIncident } from './backfill.ts';
import { pullIncident, type Reading } from './pull.ts';

/** What a transport can read of incidents. */
type ReadingHalf = Pick<Transport, 'pull' | 'gaps' | 'backfill'>;

/** @param reading what a read takes now; only while signed in */
export function readingOf(core: Reading['core'], reading: () => Reading): ReadingHalf {
  return {
    pull: (id) => pullIncident(reading(), id),
    gaps: () => incidentsWithGaps(core.db),
    backfill: (id) => backfillIncident(reading(), id),
  };
}
