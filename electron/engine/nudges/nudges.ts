import { SECOND } from '#shared/base/duration.ts';
import { faultOf } from '#shared/base/fault.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import { NUDGE_ANSWERS, NUDGE_RULES, type Nudge, nudgeSentence } from '#shared/domain/nudge.ts';
import { isOpen, nextOpen } from '#shared/domain/quiet-hours.ts';
import { phaseOf } from '#shared/domain/status.ts';
import { me } from '../account.ts';
import type { Context } from '../context.ts';
import type { Nudges } from '../controls.ts';
import type { Cancel } from '../ports.ts';
import { inTransaction, noted } from '../store/database.ts';
import { quietHoursOf } from '../store/desktop-settings.ts';
import { incidentById, incidentsByTime } from '../store/incidents.ts';
import { incidentsToFollowUp, noteTold, saveSnooze, snoozesOf, wasTold } from '../store/nudges.ts';
import { takesPart } from '../store/participation.ts';
import { nameOf } from '../store/people.ts';
import { type Due, dueOf } from './due.ts';
import { REST_MS, wasOvernight } from './quiet.ts';
import { FORGOTTEN_MS } from './rules/after.ts';
import { RULES } from './rules.ts';
import { snapshotOf } from './snapshot.ts';

/** How soon after waking, or after the clock was changed, it is looked at what is due. */
const LOOK_MS = 30 * SECOND;
/** Incidents that are over and are looked at in one go: some milliseconds. */
const STEP = 10;
/** A clock that is put right by less than this was not changed. */
const CLOCK_STEP_MS = SECOND;
/** Changes come in bursts. */
const BURST_MS = SECOND;

type Core = Pick<Context, 'ports' | 'db' | 'emit'>;

export type NudgeKeeper = {
  readonly control: Nudges;
  /** Something changed: what it concerns is looked at again. */
  readonly heard: (event: ContractEvent) => void;
  readonly stop: () => void;
};

/** What is due of one incident, and when that changes by itself. */
type Held = { readonly due: readonly Due[]; readonly next: number };

/**
 * Reminds the person at this desktop of what the practice asks for. What is due follows from the
 * incident alone, and is told once for each due time: what was told is written down first.
 */
export function startNudges(core: Core): NudgeKeeper {
  const { ports, db, emit } = core;
  const held = new Map<IncidentId, Held>();
  const stale = new Set<IncidentId>();
  const later = new Set<IncidentId>();
  let isAllStale = true;
  let seenAt = Number.NEGATIVE_INFINITY;
  let shown = '';
  let cancel: Cancel = () => undefined;
  let wakesAt = Number.POSITIVE_INFINITY;

  const look = (ids: Iterable<IncidentId>, now: number): void => {
    for (const id of ids) {
      const found = lookAt(core, id, now);
      if (found === null) held.delete(id);
      else held.set(id, found);
    }
  };
  const refresh = (now: number): void => {
    if (now < seenAt - CLOCK_STEP_MS) isAllStale = true;
    seenAt = now;
    const due = [...held].filter(([, { next }]) => next <= now).map(([id]) => id);
    const pressing = new Set([...stale, ...due]);
    if (isAllStale) {
      held.clear();
      const { running, over } = watched(core, now);
      for (const id of running) pressing.add(id);
      for (const id of over) later.add(id);
    }
    isAllStale = false;
    stale.clear();
    for (const id of pressing) later.delete(id);
    look(pressing, now);
  };
  /** What is over can wait for its turn: there may be hundreds of them. */
  const goOn = (now: number): void => {
    const some = [...later].slice(0, STEP);
    for (const id of some) later.delete(id);
    look(some, now);
  };
  const tick = (): void => {
    const now = ports.clock.now();
    refresh(now);
    goOn(now);
    if (later.size > 0) return;
    const due = dueNow(held);
    tell(core, due, now);
    const looks = JSON.stringify(due.map(({ id, nudge }) => [id, nudge]));
    if (looks !== shown) emit({ view: 'nudges' });
    shown = looks;
  };
  const wakeIn = (ms: number): void => {
    cancel();
    wakesAt = ports.clock.now() + ms;
    cancel = ports.clock.after(ms, () => {
      wakesAt = Number.POSITIVE_INFINITY;
      if (!guarded(core, tick)) {
        isAllStale = true;
        return wakeIn(LOOK_MS);
      }
      if (later.size > 0) return wakeIn(0);
      const next = nextOf(held);
      const rest = next - ports.clock.now();
      // Not left to one long wait: the computer may sleep, and the clock be changed, meanwhile.
      if (next < Number.POSITIVE_INFINITY) wakeIn(Math.min(LOOK_MS, Math.max(BURST_MS, rest)));
    });
  };
  wakeIn(BURST_MS);
  return {
    control: {
      list: () => {
        const now = ports.clock.now();
        refresh(now);
        return dueNow(held).map((due) => viewOf(core, due, now));
      },
      snooze: (snooze) => {
        saveSnooze(db, snooze);
        stale.add(snooze.incident);
        wakeIn(0);
      },
    },
    heard: (event) => {
      if (event.view === 'settings') isAllStale = true;
      else if (event.view === 'incident') stale.add(event.incident);
      else return;
      if (wakesAt > ports.clock.now() + BURST_MS) wakeIn(BURST_MS);
    },
    stop: () => cancel(),
  };
}

type Watched = { readonly running: readonly IncidentId[]; readonly over: readonly IncidentId[] };

/** Those that run; those lately in the after-phase, and others that have something to follow up. */
function watched({ db }: Core, now: number): Watched {
  const all = incidentsByTime(db);
  const after = all.filter(
    ({ status, endedAt }) => phaseOf(status) === 'after' && (endedAt ?? 0) > now - FORGOTTEN_MS,
  );
  return {
    running: all.filter(({ status }) => phaseOf(status) === 'active').map(({ id }) => id),
    over: [...new Set([...after.map(({ id }) => id), ...incidentsToFollowUp(db)])],
  };
}

function lookAt(core: Core, id: IncidentId, now: number): Held | null {
  const { db, ports } = core;
  const zone = ports.zone();
  const snapshot = snapshotOf(db, id, { now, zone });
  if (snapshot === null) return null;
  const person = me(core);
  const isIn = snapshot.incident.lead === person || takesPart(db, id, person);
  const mine = RULES.flatMap((rule) => rule(snapshot)).filter(({ to }) =>
    to === null ? isIn : to.includes(person),
  );
  const { due, next } = dueOf(mine, snoozesOf(db, id), now);
  if (!due.some(({ nudge }) => nudge.canWait)) return { due, next };
  const rested = restedAt({ db, ports }, now, zone);
  const quiet = { hours: quietHoursOf(db), zone };
  if (now >= rested && isOpen(now, quiet)) {
    // Whoever sleeps over the end of the day is told in the morning.
    return { due, next };
  }
  const urgent = due.filter(({ nudge }) => !nudge.canWait);
  return { due: urgent, next: Math.min(next, nextOpen(Math.max(now, rested), quiet)) };
}

/** Until when a person who was kept up is left alone. */
function restedAt(core: Pick<Core, 'ports' | 'db'>, now: number, zone: string): number {
  const { db } = core;
  const person = me(core);
  const ends = incidentsByTime(db).flatMap(({ id, declaredAt, endedAt }) =>
    endedAt !== null &&
    endedAt > now - REST_MS &&
    takesPart(db, id, person) &&
    wasOvernight(declaredAt, endedAt, zone)
      ? [endedAt + REST_MS]
      : [],
  );
  return Math.max(Number.NEGATIVE_INFINITY, ...ends);
}

type DueOfIncident = Due & { readonly id: IncidentId };

/** The most pressing first. */
function dueNow(held: ReadonlyMap<IncidentId, Held>): readonly DueOfIncident[] {
  const rank = ({ rule }: Nudge) => NUDGE_RULES.indexOf(rule);
  return [...held]
    .flatMap(([id, { due }]) => due.map((one) => ({ ...one, id })))
    .sort((a, b) => rank(a.nudge) - rank(b.nudge) || a.nudge.dueAt - b.nudge.dueAt);
}

const nextOf = (held: ReadonlyMap<IncidentId, Held>): number =>
  Math.min(Number.POSITIVE_INFINITY, ...[...held.values()].map(({ next }) => next));

/** Tells what is new in one go, once it is written down that it was told. */
function tell(core: Core, due: readonly DueOfIncident[], now: number): void {
  const { db, emit } = core;
  const fresh = due.filter(({ id, nudge }) => {
    const about = { incident: id, rule: nudge.rule, subject: nudge.subject };
    return !wasTold(db, about, nudge.occasion);
  });
  if (fresh.length === 0) return;
  inTransaction(db, () => {
    for (const { id, nudge, occasions } of fresh) {
      const about = { incident: id, rule: nudge.rule, subject: nudge.subject };
      for (const occasion of occasions) noteTold(db, about, occasion, now);
    }
  });
  const nudges = fresh.map((one) => viewOf(core, one, now));
  const [first] = nudges;
  if (first === undefined) return;
  const head = `${first.code}: ${first.text}`;
  const text = nudges.length === 1 ? head : `${nudges.length} reminders. First ${head}`;
  emit({ view: 'nudged', nudges, text });
}

function viewOf({ db }: Core, { id, nudge }: DueOfIncident, now: number): NudgeViewT {
  const { rule, subject, occasion, dueAt, since, person, thing } = nudge;
  return {
    ...{ incident: id, rule, subject, occasion, dueAt, since, thing },
    code: incidentById(db, id)?.code ?? '',
    person: person === null ? null : { ref: person, name: nameOf(db, person) },
    text: nudgeSentence(nudge, now, (ref) => nameOf(db, ref)),
    answer: NUDGE_ANSWERS[rule],
  };
}

/** Whether it worked. A failure costs time, not the work: the next look tries again. */
function guarded({ db, ports }: Core, task: () => void): boolean {
  try {
    task();
    return true;
  } catch (cause) {
    noted(db, cause);
    ports.log({ level: 'error', event: 'nudges.failed', fault: faultOf(cause) });
    return false;
  }
}
