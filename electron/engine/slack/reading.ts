import { err } from '#shared/base/result.ts';
import { isTextInDoubt } from '../store/post-mortems.ts';
import { incidentsWithGaps } from '../store/slack-ranges.ts';
import { walkedIncidents } from '../store/slack-sweeps.ts';
import { incidentsWithMissed } from '../store/slack-unproved.ts';
import type { Attempt, Transport } from '../transport.ts';
import { backfillIncident } from './backfill.ts';
import { readTroubleOf } from './failure.ts';
import { fetchFile, tidy, wantsFiles } from './files.ts';
import { placeOf, pullIncident, type Reading } from './pull.ts';
import { sweepIncident, walkIncident, wantWalk } from './sweep.ts';
import { hasDueThreads, readNewText, readText, readThreads } from './threads.ts';
import type { TokenSource } from './token-source.ts';

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
  | 'readNewText'
  | 'wantsFiles'
  | 'fetchFile'
>;

/** Threads that one read of them takes at most. */
const THREADS_MOST = 3;

/** Reads with whoever is signed in now; offline where nobody is any more. */
export type SignedInRead = <T>(
  read: (reading: Reading, tokens: TokenSource) => Attempt<T>,
) => Attempt<T>;

export function readingOf(core: Reading['core'], signedIn: SignedInRead): ReadingHalf {
  let isTidy = false;
  return {
    pull: (id) =>
      signedIn(async (reading) => {
        const read = await pullIncident(reading, id);
        // A look at the channel does not show what stands under one of its messages.
        return read.ok && isTextInDoubt(core.db, id) ? readText(reading, id) : read;
      }),
    gaps: () => incidentsWithGaps(core.db),
    backfill: (id) => signedIn((reading) => backfillIncident(reading, id)),
    sweep: (id) => signedIn((reading) => sweepIncident(reading, id)),
    wantWalk: (id, always) => wantWalk({ core }, id, always),
    walked: () => [...new Set([...walkedIncidents(core.db), ...incidentsWithMissed(core.db)])],
    walk: (id, options) => signedIn((reading) => walkIncident(reading, id, options)),
    hasDueThreads: (id) => {
      const place = placeOf({ core }, id);
      return place !== null && hasDueThreads({ core }, place.channel);
    },
    readThreads: (id) => signedIn((reading) => readThreads(reading, id, THREADS_MOST)),
    readNewText: (id) => signedIn((reading) => readNewText(reading, id)),
    wantsFiles: (id) => wantsFiles({ core }, id),
    fetchFile: (id) =>
      signedIn(async (_, tokens) => {
        if (!isTidy) tidy(core);
        isTidy = true;
        const token = await tokens.current();
        if (!token.ok) return err(readTroubleOf(token.error, 'the images'));
        return fetchFile({ core, token: token.value }, id);
      }),
  };
}
