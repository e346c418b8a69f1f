import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { Attempt, Transport } from '../transport.ts';
import type { Task } from './task.ts';

/** How often a page or so is read behind the newest one. */
const EVERY = {
  gap: 2 * SECOND,
  walk: 3 * SECOND,
  sweep: MINUTE,
  threads: 4 * SECOND,
  files: 2 * SECOND,
} as const;

/** The way down to a declaration: a page or two at most. */
const UNSHOWN_EVERY = 10 * SECOND;

/** What a person looks at, and what is going on. */
export type Interest = {
  readonly watched: IncidentId | null;
  readonly active: ReadonlySet<IncidentId>;
  /** Whether its declaration has been read: without that it cannot be shown at all. */
  readonly isShown: (incident: IncidentId) => boolean;
};

/**
 * What is read behind the newest page of each channel: the rest of a huge one, the way back through
 * one that was opened or has ended, the slow way back through those that are going on, threads of the
 * one on screen, and images to be looked at offline. Beside what is going on, before what is over.
 */
export function tasksBehind(
  transport: Transport,
  { watched, active, isShown }: Interest,
): readonly Task[] {
  const task = (
    kind: keyof typeof EVERY,
    incident: IncidentId,
    read: (incident: IncidentId) => Attempt<void>,
  ): Task => {
    // A gap is closed in time, and may hold what is going on; the ways back have no end.
    const rank = incident === watched || kind === 'gap' ? 2 : 3;
    // Replies and files have limits of their own.
    const purse = kind === 'threads' || kind === 'files' ? 'free' : 'spare';
    const key = `${kind} ${incident}`;
    return { key, every: EVERY[kind], rank, purse, read: () => read(incident) };
  };
  const walked = new Set(transport.walked());
  const slow = transport.readable().filter((id) => active.has(id) && !walked.has(id));
  const hasThreads = watched !== null && transport.hasDueThreads(watched);
  const withFiles = transport
    .readable()
    .filter((id) => (id === watched || active.has(id)) && transport.wantsFiles(id));
  return [
    ...withFiles.map((incident) => task('files', incident, transport.fetchFile)),
    ...transport.gaps().map((incident): Task => {
      const gap = task('gap', incident, transport.backfill);
      // What is spare may be nothing for a long time, with one on screen and others at work.
      return isShown(incident) ? gap : { ...gap, every: UNSHOWN_EVERY, rank: 1, purse: 'share' };
    }),
    ...[...walked].map((incident) => task('walk', incident, transport.sweep)),
    ...slow.map((incident) => task('sweep', incident, transport.sweep)),
    ...(hasThreads
      ? [{ ...task('threads', watched, transport.readThreads), rank: 1 as const }]
      : []),
  ];
}
