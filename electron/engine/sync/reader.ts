import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { phaseOf } from '#shared/domain/status.ts';
import type { Context } from '../context.ts';
import { incidentById } from '../store/incidents.ts';
import type { Attempt, Transport } from '../transport.ts';

/**
 * How often each thing is read. Slack's budget is about 50 history calls a minute for all desktops
 * of a workspace: the incident on screen takes 15, the announcements 12, the rest share what is left.
 */
const EVERY = {
  watched: 4 * SECOND,
  announcements: 5 * SECOND,
  active: 20 * SECOND,
  over: 10 * MINUTE,
  privateChannels: 30 * SECOND,
  people: 6 * HOUR,
} as const;

/** Reads a desktop may make in a minute, of Slack's 50. */
const READS_PER_MINUTE = 45;

/** Spread of each interval, so that desktops do not read in step. */
const JITTER = 0.15;

type Task = { readonly key: string; readonly every: number; readonly read: () => Attempt<void> };

/** Decides what is read next. */
export type Reader = {
  /** The incident on screen goes first. Tells whether it is another one than before. */
  readonly watch: (incident: IncidentId) => boolean;
  /** Everything is due at once: after a connection, a sleep, or when a person asks. */
  readonly restart: () => void;
  /** The most overdue read and how long until it is due (0 or less: now). */
  readonly next: () => { readonly in: number; readonly read: () => Attempt<void> };
};

export function createReader(core: Pick<Context, 'ports' | 'db'>, transport: Transport): Reader {
  const { clock, random } = core.ports;
  const dueAt = new Map<string, number>();
  let watched: IncidentId | null = null;
  let recent: number[] = [];

  const tasks = (): readonly Task[] => [
    { key: 'announcements', every: EVERY.announcements, read: transport.discover },
    { key: 'private', every: EVERY.privateChannels, read: transport.discoverPrivate },
    { key: 'people', every: EVERY.people, read: transport.readPeople },
    ...transport.readable().map(
      (incident): Task => ({
        key: incident,
        every: intervalOf(incident),
        read: () => transport.pull(incident),
      }),
    ),
  ];

  const intervalOf = (incident: IncidentId): number => {
    if (incident === watched) return EVERY.watched;
    const status = incidentById(core.db, incident)?.status ?? '';
    return phaseOf(status) === 'active' ? EVERY.active : EVERY.over;
  };

  /** ms until the budget has room again. */
  const budgetIn = (): number => {
    const now = clock.now();
    recent = recent.filter((at) => at > now - MINUTE && at <= now);
    const oldest = recent[0];
    return recent.length < READS_PER_MINUTE || oldest === undefined ? 0 : oldest + MINUTE - now;
  };

  return {
    watch: (incident) => {
      if (incident === watched) return false;
      watched = incident;
      dueAt.delete(incident);
      return true;
    },
    restart: () => dueAt.clear(),
    next: () => {
      const now = clock.now();
      const all = tasks();
      let best = all[0];
      let bestIn = Number.POSITIVE_INFINITY;
      for (const task of all) {
        // A clock that was set back must not leave a task due in a far future.
        const left = Math.min((dueAt.get(task.key) ?? now) - now, task.every * (1 + JITTER));
        if (left < bestIn) [best, bestIn] = [task, left];
      }
      const chosen = best;
      if (chosen === undefined) throw new Error('The reader always has announcements to read.');
      return {
        in: Math.max(bestIn, budgetIn()),
        read: () => {
          const spread = 1 + JITTER * (2 * random() - 1);
          dueAt.set(chosen.key, clock.now() + chosen.every * spread);
          recent.push(clock.now());
          return chosen.read();
        },
      };
    },
  };
}
