import { incidentsWithGaps } from '../store/slack-ranges.ts';
import { walkedIncidents } from '../store/slack-sweeps.ts';
import type { Transport } from '../transport.ts';
import { backfillIncident } from './backfill.ts';
import { fetchFile, tidy, wantsFiles } from './files.ts';
import { placeOf, pullIncident, type Reading } from './pull.ts';
import { sweepIncident, walkIncident, wantWalk } from './sweep.ts';
import { hasDueThreads, readThreads } from './threads.ts';

/** What a transport can read of incidents. */
type ReadingHalf = Pick<
  Transport,
  | 'pull'
  | 'gaps'
  | 'backfill'
  | 'sweep'
  | 'wantWalk'
  | 'walked'
  | 'walk'
  | 'hasDueThreads'
  | 'readThreads'
  | 'wantsFiles'
  | 'fetchFile'
>;

/** Threads that one read of them takes at most. */
const THREADS_MOST = 3;

/**
 * @param reading what a read takes now; only while signed in
 * @param token the one in use; the same
 */
export function readingOf(
  core: Reading['core'],
  reading: () => Reading,
  token: () => string,
): ReadingHalf {
  let isTidy = false;
  return {
    pull: (id) => pullIncident(reading(), id),
    gaps: () => incidentsWithGaps(core.db),
    backfill: (id) => backfillIncident(reading(), id),
    sweep: (id) => sweepIncident(reading(), id),
    wantWalk: (id, always) => wantWalk({ core }, id, always),
    walked: () => walkedIncidents(core.db),
    walk: (id, options) => walkIncident(reading(), id, options),
    hasDueThreads: (id) => {
      const place = placeOf({ core }, id);
      return place !== null && hasDueThreads({ core }, place.channel);
    },
    readThreads: (id) => readThreads(reading(), id, THREADS_MOST),
    wantsFiles: (id) => wantsFiles({ core }, id),
    fetchFile: (id) => {
      if (!isTidy) tidy(core);
      isTidy = true;
      return fetchFile({ core, token: token() }, id);
    },
  };
}
