import { invariant } from '#shared/base/assert.ts';
import { SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { Context } from '../context.ts';
import type { Attempt, Transport } from '../transport.ts';
import type { Budget } from './budget.ts';
import { createReadTasks } from './read-tasks.ts';
import type { Task } from './task.ts';

/** Spread of each interval, so that desktops do not read in step. */
const JITTER = 0.15;

/**
 * Least time between two reads of a rank. The budget would else go in one burst to whatever is due,
 * and nothing be left of it for the incident on screen.
 */
const GAP_MS = [0, 0, SECOND, SECOND] as const;

/** After a read that failed: soon enough to go on, late enough not to press. */
const AGAIN_MS = 30 * SECOND;

/** What has only what is left over must not take it all by failing: the others have their turns. */
function againIn({ rank, purse, every }: Task): number {
  if (purse === 'spare') return Math.max(4 * every, AGAIN_MS);
  return rank < 2 ? Math.min(every, AGAIN_MS) : AGAIN_MS;
}

/** Decides what is read next. */
export type Reader = {
  /** The incident on screen goes first. Tells whether it is another one than before. */
  readonly watch: (incident: IncidentId) => boolean;
  /**
   * Its post-mortem is open, until another incident comes on screen. Tells whether it is another one
   * than before.
   */
  readonly watchText: (incident: IncidentId) => boolean;
  /** Everything is due at once: after a connection, a sleep, or when a person asks. */
  readonly restart: () => void;
  /** The next read, and how many ms until it is due. */
  readonly next: () => {
    readonly in: number;
    /** What is read: an incident, or something of the whole workspace. */
    readonly key: string;
    readonly read: () => Attempt<void>;
  };
};

export function createReader(
  core: Pick<Context, 'ports' | 'db'>,
  transport: Transport,
  budget: Budget,
): Reader {
  const { clock, random } = core.ports;
  const tasks = createReadTasks(core, transport, budget);
  const dueAt = new Map<string, number>();
  const lastOfRank = new Map<Task['rank'], number>();
  let watched: IncidentId | null = null;
  let openText: IncidentId | null = null;
  let lastSpare = 0;

  /** ms until a task is due, its rank has its turn and the budget room for it. */
  const dueIn = (task: Task): number => {
    const now = clock.now();
    const latest = now + task.every * (1 + JITTER);
    if (task.atOnce === true) dueAt.delete(task.key);
    // A clock that was set back would leave it due, or its rank's turn, in a far future.
    if ((dueAt.get(task.key) ?? 0) > latest) dueAt.set(task.key, latest);
    if ((lastOfRank.get(task.rank) ?? 0) > now) lastOfRank.set(task.rank, now);
    if (lastSpare > now) lastSpare = now;
    const turn = (lastOfRank.get(task.rank) ?? 0) + GAP_MS[task.rank];
    const spared = task.apart === undefined ? 0 : lastSpare + task.apart;
    const room = task.purse === 'free' ? 0 : budget.wait(task.purse === 'screen');
    return Math.max(room, (dueAt.get(task.key) ?? 0) - now, turn - now, spared - now);
  };

  /** Of two that could be read: by rank, then who has waited longest. */
  const comesBefore = (one: Task, other: Task): boolean =>
    one.rank === other.rank
      ? (dueAt.get(one.key) ?? 0) < (dueAt.get(other.key) ?? 0)
      : one.rank < other.rank;

  const first = (): { readonly task: Task; readonly in: number } => {
    let best: { readonly task: Task; readonly in: number } | null = null;
    for (const task of tasks({ watched, openText })) {
      const wait = dueIn(task);
      const isSooner = best === null || wait < best.in;
      const isNearer = best !== null && wait === best.in && comesBefore(task, best.task);
      if (isSooner || isNearer) best = { task, in: wait };
    }
    invariant(best !== null, 'there are always announcements to read');
    return best;
  };

  const readTask = async (task: Task): Attempt<void> => {
    const due = (wait: number) => {
      dueAt.set(task.key, clock.now() + wait * (1 + JITTER * (2 * random() - 1)));
    };
    due(task.every);
    lastOfRank.set(task.rank, clock.now());
    if (task.purse === 'spare') lastSpare = clock.now();
    const done = await task.read();
    if (!done.ok) due(againIn(task));
    return done;
  };

  return {
    watch: (incident) => {
      if (incident === watched) return false;
      watched = incident;
      if (openText !== incident) openText = null;
      dueAt.delete(incident);
      transport.wantWalk(incident, false);
      return true;
    },
    watchText: (incident) => {
      if (incident === openText) return false;
      openText = incident;
      return true;
    },
    restart: () => dueAt.clear(),
    next: () => {
      const { task, in: wait } = first();
      return { in: wait, key: task.key, read: () => readTask(task) };
    },
  };
}
