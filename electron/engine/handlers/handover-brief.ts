import { cutText } from '#shared/base/cut-text.ts';
import { formatAge, HOUR, MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { zonedClock } from '#shared/base/local-time.ts';
import { ok } from '#shared/base/result.ts';
import { type BriefState, briefSections, briefText } from '#shared/domain/handover-brief.ts';
import { severityName } from '#shared/domain/severity.ts';
import { trendName } from '#shared/domain/situation.ts';
import { statusName } from '#shared/domain/status.ts';
import { AUDIENCES } from '#shared/domain/update.ts';
import { fieldStamp } from '#shared/ops/merge.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import { actions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { decisions } from '../store/decisions.ts';
import { entityState } from '../store/entities.ts';
import { hypotheses } from '../store/hypotheses.ts';
import type { LedIncident } from '../store/incidents.ts';
import { links } from '../store/links.ts';
import { nameOf } from '../store/people.ts';
import { situationOf } from '../store/situations.ts';
import { channelOf } from '../store/slack-channels.ts';
import { updatesDue } from '../store/update-clocks.ts';
import { updates } from '../store/updates.ts';
import { findIncident, type QueryHandlers } from './handler.ts';
import { participantViews } from './participant.ts';

/** The latest decisions: older ones are in the timeline. */
const DECISIONS_MAX = 3;
/** Of the last update, as much as tells what it said. */
const UPDATE_SHOWN = 200;

export const handoverBriefQueries: Pick<QueryHandlers, 'handover-brief'> = {
  'handover-brief': (context, { incident, worry = '', zone = 'UTC' }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const { db, ports } = context;
    const reader = { now: ports.clock.now(), zone };
    const sections = briefSections({ ...briefState(db, found.value, reader), worry });
    return ok({
      sections: sections.map(({ heading, lines }) => ({ heading, lines: [...lines] })),
      text: briefText(sections),
    });
  },
};

type Reader = { readonly now: number; readonly zone: string };

function briefState(
  db: Db,
  incident: LedIncident,
  { now, zone }: Reader,
): Omit<BriefState, 'worry'> {
  const { id, code, name, impact } = incident;
  const { symptoms, scope, trend, soak } = situationOf(db, id);
  const at = (ms: number | null) => (ms === null ? null : zonedClock(ms, zone));
  const status = fieldStamp(entityState(db, id, 'incident'), 'status');
  const owners = actions.of(db, id).map(({ owner }) => owner);
  const age = now - (status === null ? incident.declaredAt : stampMs(status));
  return {
    ...{ code, name, impact, symptoms, scope },
    severity: severityName(incident.severity),
    status: statusName(incident.status),
    statusAge: age < 2 * HOUR ? `${Math.max(0, Math.floor(age / MINUTE))} min` : formatAge(age),
    trend: trend === null ? null : trendName(trend),
    soak: at(soak?.until ?? null),
    hypotheses: hypothesesIn(db, id),
    actions: actions
      .of(db, id)
      .filter((action) => action.status === 'open' || action.status === 'doing')
      .map(({ text, owner, due }) => ({
        text,
        owner: owner === null ? null : nameOf(db, owner),
        due: at(due),
      })),
    decisions: decisions
      .of(db, id)
      .slice(-DECISIONS_MAX)
      .map(({ choice, question }) => choice || question),
    updates: updatesIn(db, incident, at),
    channel: channelName(db, id),
    links: links.of(db, id).map(({ title, url }) => `${title} (${url})`),
    people: participantViews(db, id, owners)
      .filter(({ released }) => !released)
      .map((person) => person.name),
  };
}

function hypothesesIn(db: Db, id: IncidentId): BriefState['hypotheses'] {
  const all = hypotheses.of(db, id);
  const of = (state: string) => all.filter((one) => one.state === state).map(({ text }) => text);
  return { open: of('open'), confirmed: of('confirmed'), ruledOut: of('ruled-out') };
}

function updatesIn(
  db: Db,
  incident: LedIncident,
  at: (ms: number | null) => string | null,
): BriefState['updates'] {
  const all = updates.of(db, incident.id);
  const due = updatesDue(db, incident);
  return AUDIENCES.map((audience) => {
    const last = all.findLast((update) => update.audience === audience);
    const text = last === undefined ? '' : last.conditions || last.actions || 'No news';
    return {
      audience,
      last:
        last === undefined
          ? null
          : { at: at(last.addedAt) ?? '', text: cutText(text, UPDATE_SHOWN) },
      nextDue: at(due.find((one) => one.audience === audience)?.at ?? null),
    };
  });
}

function channelName(db: Db, id: IncidentId): string | null {
  const channel = channelOf(db, id);
  return channel === null || channel.channel === null ? null : `#${channel.name}`;
}
