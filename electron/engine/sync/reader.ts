import { invariant } from '#shared/base/assert.ts';
import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { phaseOf } from '#shared/domain/status.ts';
import { type Context, me } from '../context.ts';
import { incidentStatuses } from '../store/incidents.ts';
import { takesPart } from '../store/participation.ts';
import type { Attempt, News, Transport } from '../transport.ts';

/**
 * How often each thing is read. Slack's budget is about 50 history calls a minute for all desktops
 * of a workspace: the incident on screen takes 15, the announcements 12, the rest share what is left.
 */
const EVERY = {
  watched: 4 * SECOND,
  announcements: 5 * SECOND,
  active: 20 * SECOND,
  /** Active elsewhere: its announcement tells when it moves, and this catches the small change. */
  quiet: MINUTE,
  over: 10 * MINUTE,
  gap: 2 * SECOND,
  privateChannels: 30 * SECOND,
  people: 6 * HOUR,
} as const;

/** Reads a desktop may make in a minute, of Slack's 50. */
const READS_PER_MINUTE = 45;

/** Spread of each interval, so that desktops do not read in step. */
const JITTER = 0.15;

/**
 * Least time between two reads of a rank. The budget would else go in one burst to whatever is due,
 * and nothing be left of it for the incident on screen.
 */
const GAP_MS = [0, 0, SECOND, 6 * SECOND] as const;

/** After a read that failed: soon enough to go on, late enough not to press. */
const AGAIN_MS = 30 * SECOND;

type Task = {
  readonly key: string;
  readonly every: number;
  /** Of two that are due, the lower goes first: a long past must not crowd out what is going on. */
  readonly rank: 0 | 1 | 2 | 3;
  readonly read: () => Attempt<void>;
};

/** How long it is believed that this person takes part in an incident, or does not. */
const PART_FOR_MS = MINUTE;

/** Decides what is read next. */
export type Reader = {
  /** The incident on screen goes first. Tells whether it is another one than before. */
  readonly watch: (incident: IncidentId) => boolean;
  /** Everything is due at once: after a connection, a sleep, or when a person asks. */
  readonly restart: () => void;
  /** The next read, and how many ms until it is due. */
  readonly next: () => { readonly in: number; readonly read: () => Attempt<void> };
};

type Core = Pick<Context, 'ports' | 'db'>;

/** Whether this person takes part in an incident, asked of the disk now and then. */
function participation(core: Core): (incident: IncidentId) => boolean {
  const known = new Map<IncidentId, { readonly mine: boolean; readonly at: number }>();
  return (incident) => {
    const now = core.ports.clock.now();
    const held = known.get(incident);
    if (held !== undefined && now >= held.at && now < held.at + PART_FOR_MS) return held.mine;
    const mine = takesPart(core.db, incident, me(core));
    known.set(incident, { mine, at: now });
    return mine;
  };
}

export function createReader(core: Core, transport: Transport): Reader {
  const { clock, random } = core.ports;
  const dueAt = new Map<string, number>();
  const lastOfRank = new Map<Task['rank'], number>();
  const told = new Map<IncidentId, string>();
  const isMine = participation(core);
  let watched: IncidentId | null = null;
  let recent: number[] = [];

  const tasks = (): readonly Task[] => {
    const statuses = incidentStatuses(core.db);
    return [
      { key: 'announcements', every: EVERY.announcements, rank: 1, read: transport.discover },
      { key: 'private', every: EVERY.privateChannels, rank: 2, read: transport.discoverPrivate },
      { key: 'people', every: EVERY.people, rank: 2, read: transport.readPeople },
      ...transport.readable().map((incident): Task => {
        const pace = paceOf(incident, statuses.get(incident), newsOf(incident));
        return { key: incident, ...pace, read: () => transport.pull(incident) };
      }),
      ...transport.gaps().map((incident): Task => {
        const rank = incident === watched ? 2 : 3;
        const read = () => transport.backfill(incident);
        return { key: `gap ${incident}`, every: EVERY.gap, rank, read };
      }),
    ];
  };

  /** What was heard of an incident; news of it make it due at once, each of them once. */
  const newsOf = (incident: IncidentId): News => {
    const news = transport.news(incident);
    if (news.kind === 'moved' && told.get(incident) !== news.to) {
      told.set(incident, news.to);
      dueAt.delete(incident);
    }
    return news;
  };

  const paceOf = (
    incident: IncidentId,
    status: string | undefined,
    news: News,
  ): Pick<Task, 'every' | 'rank'> => {
    if (incident === watched) return { every: EVERY.watched, rank: 0 };
    // One that was announced and not read yet has no status: it may be the one that matters.
    const isActive = status === undefined || phaseOf(status) === 'active';
    if (news.kind === 'moved') return { every: EVERY.active, rank: isActive ? 2 : 3 };
    if (!isActive) return { every: EVERY.over, rank: 3 };
    // Of those that others work on, the announcements tell when they move.
    const isQuiet = status !== undefined && news.kind === 'quiet' && !isMine(incident);
    return { every: isQuiet ? EVERY.quiet : EVERY.active, rank: 2 };
  };

  /** ms until a task is due, and its rank has its turn. */
  const dueIn = (task: Task): number => {
    const now = clock.now();
    const latest = now + task.every * (1 + JITTER);
    // A clock that was set back would leave it due, or its rank's turn, in a far future.
    if ((dueAt.get(task.key) ?? 0) > latest) dueAt.set(task.key, latest);
    if ((lastOfRank.get(task.rank) ?? 0) > now) lastOfRank.set(task.rank, now);
    const turn = (lastOfRank.get(task.rank) ?? 0) + GAP_MS[task.rank];
    return Math.max(0, (dueAt.get(task.key) ?? 0) - now, turn - now);
  };

  const first = (): { readonly task: Task; readonly in: number } => {
    let best: { readonly task: Task; readonly in: number } | null = null;
    for (const task of tasks()) {
      const wait = dueIn(task);
      const isSooner = best === null || wait < best.in;
      const isNearer = best !== null && wait === best.in && task.rank < best.task.rank;
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
    recent.push(clock.now());
    lastOfRank.set(task.rank, clock.now());
    const done = await task.read();
    if (!done.ok) due(Math.min(task.every, AGAIN_MS));
    return done;
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
      const { task, in: wait } = first();
      return { in: Math.max(wait, budgetIn()), read: () => readTask(task) };
    },
  };
}
