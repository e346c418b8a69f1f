import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { phaseOf } from '#shared/domain/status.ts';
import { me } from '../account.ts';
import type { Context } from '../context.ts';
import { incidentStatuses } from '../store/incidents.ts';
import { takesPart } from '../store/participation.ts';
import type { News, Transport } from '../transport.ts';
import type { Budget } from './budget.ts';
import { paced } from './paced.ts';
import type { Task } from './task.ts';
import { tasksBehind } from './tasks-behind.ts';

/** How often each thing is read where the budget allows it, which alone says it of the one on screen. */
const EVERY = {
  announcements: 5 * SECOND,
  /** Where there are many desktops, so much for each: those who only look on are not counted. */
  announcementsEach: 1.5 * SECOND,
  /** An open post-mortem: whoever writes in it sends once a minute. */
  text: 15 * SECOND,
  /** All of a team may have it open, and replies have one limit for all of them too. */
  textEach: 2 * SECOND,
  active: 20 * SECOND,
  /** Active elsewhere: its announcement tells when it moves, and this catches the small change. */
  quiet: MINUTE,
  over: 10 * MINUTE,
  privateChannels: 30 * SECOND,
  people: 6 * HOUR,
} as const;

/** How long it is believed that this person takes part in an incident, or does not. */
const PART_FOR_MS = MINUTE;

const NONE: ReadonlySet<IncidentId> = new Set();

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

const isActive = (status: string | undefined): boolean =>
  status === undefined || phaseOf(status) === 'active';

/** What is on screen. */
export type OnScreen = {
  readonly watched: IncidentId | null;
  /** The incident whose post-mortem is open. */
  readonly openText: IncidentId | null;
};

/**
 * Everything there is to read, given what is on screen. Whoever asks must look at all of it: news are
 * told once.
 */
export function createReadTasks(
  core: Core,
  transport: Transport,
  budget: Budget,
): (screen: OnScreen) => readonly Task[] {
  const told = new Map<IncidentId, string>();
  const isMine = participation(core);
  let active: ReadonlySet<IncidentId> | null = null;

  const paceOf = (status: string | undefined, incident: IncidentId, news: News) => {
    // One that was announced and not read yet has no status: it may be the one that matters.
    const isOpen = isActive(status);
    const hasMoved = news.kind === 'moved';
    if (!isOpen) {
      const every = hasMoved ? EVERY.active : EVERY.over;
      return { every, rank: 3, purse: 'spare' } as const;
    }
    if (hasMoved) return { every: EVERY.active, rank: 1, purse: 'share' } as const;
    // Of those that others work on, the announcements tell when they move.
    const isQuiet = status !== undefined && news.kind === 'quiet' && !isMine(incident);
    return { every: isQuiet ? EVERY.quiet : EVERY.active, rank: 2, purse: 'share' } as const;
  };

  const isNew = (incident: IncidentId, news: News): boolean => {
    if (news.kind !== 'moved' || told.get(incident) === news.to) return false;
    told.set(incident, news.to);
    return true;
  };

  /** What others write in it: the channel's newest page need not show that its thread has moved. */
  const textTask = (incident: IncidentId, listeners: number): Task => ({
    ...{ key: `text ${incident}`, every: Math.max(EVERY.text, listeners * EVERY.textEach) },
    ...{ rank: 1, purse: 'free', read: () => transport.readNewText(incident) },
  });

  /** An incident that has just ended is gone through once more: what is kept of it should be whole. */
  const noteEnds = (statuses: ReadonlyMap<IncidentId, string>): void => {
    const now = new Set([...statuses].flatMap(([id, status]) => (isActive(status) ? [id] : [])));
    for (const id of active ?? NONE) if (!now.has(id)) transport.wantWalk(id, true);
    active = now;
  };

  return ({ watched, openText }) => {
    const statuses = incidentStatuses(core.db);
    noteEnds(statuses);
    const { discover, discoverPrivate, readPeople } = transport;
    const listeners = budget.listeners();
    const free = { rank: 2, purse: 'free' } as const;
    return paced(budget, [
      {
        ...{
          key: 'announcements',
          every: Math.max(EVERY.announcements, listeners * EVERY.announcementsEach),
        },
        ...{ rank: 1, purse: 'share', read: discover },
      },
      { key: 'private', every: EVERY.privateChannels, ...free, read: discoverPrivate },
      { key: 'people', every: EVERY.people, ...free, read: readPeople },
      ...(openText === null ? [] : [textTask(openText, listeners)]),
      ...transport.readable().map((incident): Task => {
        const news = transport.news(incident);
        const atOnce = isNew(incident, news);
        const pace =
          incident === watched
            ? ({ every: budget.onScreen(), rank: 0, purse: 'screen' } as const)
            : paceOf(statuses.get(incident), incident, news);
        return { key: incident, ...pace, atOnce, read: () => transport.pull(incident) };
      }),
      ...tasksBehind(transport, {
        watched,
        active: active ?? NONE,
        isShown: (incident) => statuses.has(incident),
      }),
    ]);
  };
}
