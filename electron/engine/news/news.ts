import { z } from 'zod';
import { DAY, HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { NewsViewT } from '#shared/contract/views/news.ts';
import { type News, newsSentence } from '#shared/domain/news.ts';
import { isOpen, nextOpen } from '#shared/domain/quiet-hours.ts';
import { phaseOf } from '#shared/domain/status.ts';
import { me } from '../account.ts';
import type { Context } from '../context.ts';
import { slackNow } from '../log/clock-offset.ts';
import type { Cancel } from '../ports.ts';
import { inTransaction, noted } from '../store/database.ts';
import { quietHoursOf } from '../store/desktop-settings.ts';
import { incidentById, incidentsByTime, type LedIncident } from '../store/incidents.ts';
import { noteTold, wasTold } from '../store/nudges.ts';
import { nameOf } from '../store/people.ts';
import { readSettings, writeSetting } from '../store/settings.ts';
import { concernsOf } from './concerns.ts';

/** Changes come in bursts. */
const BURST_MS = SECOND;
/** Between two tellings: whatever comes meanwhile is told in one. */
const REST_MS = 10 * SECOND;
/** How soon after a failure, or after a sleep over what was held back, it is looked again. */
const LOOK_MS = 5 * MINUTE;
/** Of a running incident, what is older is no longer news; a night is. */
const NEWS_MS = 12 * HOUR;
/** What can wait may have waited for a long weekend to end. */
const KEPT_MS = 4 * DAY;

type Core = Pick<Context, 'ports' | 'db' | 'device' | 'emit'>;

export type NewsKeeper = {
  /** Something changed: what it concerns is looked at again. */
  readonly heard: (event: ContractEvent) => void;
  readonly stop: () => void;
};

/**
 * Tells the person at this desktop what others did that concerns them: they lead, a role or an action
 * is theirs, the severity rose. As with reminders, what is told follows from the incident's state, and
 * is written down before it is told.
 */
export function startNews(core: Core): NewsKeeper {
  const { db, ports } = core;
  const stale = new Set<IncidentId>();
  let isAllStale = true;
  let toldAt = Number.NEGATIVE_INFINITY;
  let cancel: Cancel = () => undefined;
  let wakesAt = Number.POSITIVE_INFINITY;
  if (db.health.isOldCopy) forgetSince(core);

  const wakeIn = (ms: number): void => {
    const now = ports.clock.now();
    const at = Math.max(now + ms, toldAt + REST_MS);
    // A clock that was set back must not hold it up.
    const rest = Math.min(at - now, Math.max(ms, REST_MS));
    if (wakesAt <= now + rest && wakesAt > now) return;
    cancel();
    wakesAt = now + rest;
    cancel = ports.clock.after(rest, look);
  };
  const look = (): void => {
    wakesAt = Number.POSITIVE_INFINITY;
    const now = ports.clock.now();
    const ids = isAllStale ? incidentsWithNews(core) : [...stale];
    try {
      const { fresh, next } = newsOf(core, ids, now);
      stale.clear();
      isAllStale = false;
      if (fresh.length > 0) {
        tell(core, fresh, now);
        toldAt = now;
      }
      if (next.size === 0) return;
      for (const id of next) stale.add(id);
      const open = nextOpen(now, { hours: quietHoursOf(db), zone: ports.zone() });
      // Not left to one long wait: the computer may sleep, and its owner travel, meanwhile.
      wakeIn(Math.min(LOOK_MS, Math.max(BURST_MS, open - now)));
    } catch (cause) {
      failed(core, cause);
      isAllStale = true;
      wakeIn(LOOK_MS);
    }
  };
  wakeIn(BURST_MS);
  return {
    heard: (event) => {
      if (event.view === 'settings') isAllStale = true;
      else if (event.view === 'incident') stale.add(event.incident);
      else return;
      wakeIn(BURST_MS);
    },
    stop: () => cancel(),
  };
}

type NewsOfIncident = { readonly incident: LedIncident; readonly news: News };

/** What is to be told now, and the incidents of which something waits for the quiet to end. */
function newsOf(
  core: Core,
  ids: readonly IncidentId[],
  now: number,
): { readonly fresh: readonly NewsOfIncident[]; readonly next: ReadonlySet<IncidentId> } {
  const { db, ports, device } = core;
  const person = me(core);
  const since = listeningSince(core, person, now);
  const isQuiet = !isOpen(now, { hours: quietHoursOf(db), zone: ports.zone() });
  const fresh: NewsOfIncident[] = [];
  const next = new Set<IncidentId>();
  for (const id of ids) {
    const incident = incidentById(db, id);
    if (incident === null) continue;
    const age = phaseOf(incident.status) === 'active' ? NEWS_MS : KEPT_MS;
    const after = Math.max(since, slackNow(db, now) - age);
    for (const news of concernsOf(db, incident, { person, device }, after)) {
      if (wasTold(db, aboutOf(id, news), news.occasion)) continue;
      if (news.canWait && isQuiet) next.add(id);
      else fresh.push({ incident, news });
    }
  }
  return { fresh: fresh.sort((a, b) => a.news.at - b.news.at), next };
}

function incidentsWithNews({ db }: Core): readonly IncidentId[] {
  return incidentsByTime(db)
    .filter(({ status }) => phaseOf(status) !== 'recent')
    .map(({ id }) => id);
}

/** Their names are no reminders': both are kept in one table. */
const aboutOf = (incident: IncidentId, { kind, subject }: News) => ({
  ...{ incident, subject },
  rule: `news:${kind}`,
});

/** Tells what is new in one go, once it is written down that it was told. */
function tell(core: Core, fresh: readonly NewsOfIncident[], now: number): void {
  const { db, emit } = core;
  inTransaction(db, () => {
    for (const { incident, news } of fresh) {
      noteTold(db, aboutOf(incident.id, news), news.occasion, now);
    }
  });
  const news = fresh.map((one) => viewOf(core, one));
  const last = news.at(-1);
  if (last === undefined) return;
  const head = `${last.code}: ${last.text}`;
  const text = news.length === 1 ? head : `${news.length} things concern you. Last ${head}`;
  emit({ view: 'news', news, text });
}

function viewOf({ db }: Core, { incident, news }: NewsOfIncident): NewsViewT {
  const { kind, subject, occasion, at, by } = news;
  return {
    ...{ incident: incident.id, code: incident.code, name: incident.name },
    ...{ kind, subject, occasion, at },
    by: { ref: by, name: nameOf(db, by) },
    text: newsSentence(news, (ref) => nameOf(db, ref)),
  };
}

const SINCE_SETTING = 'news.since';

/**
 * Since when this desktop listens for a person, ms since 1970 by Slack's clock: from their first
 * moment here. What a first sync or a backfill brings is older, and no news.
 */
function listeningSince({ db }: Core, person: string, now: number): number {
  const kept = readSettings(db, SINCE_SETTING, z.number());
  const since = Object.hasOwn(kept, person) ? kept[person] : undefined;
  // Kept by this computer's clock: how far that one is off may be learned later.
  if (since === undefined) writeSetting(db, SINCE_SETTING, { ...kept, [person]: now });
  return slackNow(db, since ?? now);
}

/** An older copy of the database does not know what was told after it was made. */
function forgetSince(core: Core): void {
  try {
    writeSetting(core.db, SINCE_SETTING, {});
  } catch (cause) {
    failed(core, cause);
  }
}

/** A failure costs time, not the work: the next look tries again. */
function failed({ db, ports }: Core, cause: unknown): void {
  noted(db, cause);
  const name = cause instanceof Error ? cause.name : typeof cause;
  ports.log({ level: 'error', event: 'news.failed', detail: { name } });
}
