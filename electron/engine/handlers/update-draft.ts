import { zonedClock } from '#shared/base/local-time.ts';
import { ok } from '#shared/base/result.ts';
import { nextPromise } from '#shared/domain/cadence.ts';
import { trendName } from '#shared/domain/situation.ts';
import type { Audience } from '#shared/domain/update.ts';
import { type DraftState, draftText, templateFor } from '#shared/domain/update-draft.ts';
import { utcTime } from '#shared/domain/words.ts';
import { fieldStamp } from '#shared/ops/merge.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import { actions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { decisions } from '../store/decisions.ts';
import { entityState } from '../store/entities.ts';
import { followUps } from '../store/follow-ups.ts';
import { hypotheses } from '../store/hypotheses.ts';
import type { LedIncident } from '../store/incidents.ts';
import { nameOf } from '../store/people.ts';
import { situationOf } from '../store/situations.ts';
import { owesUpdates, updateClocks, updatesDue } from '../store/update-clocks.ts';
import { updates } from '../store/updates.ts';
import { findIncident, type QueryHandlers } from './handler.ts';
import { keyTimes } from './key-times.ts';
import { participantViews } from './participant.ts';

export const updateDraftQueries: Pick<QueryHandlers, 'update-draft'> = {
  'update-draft': (context, { incident, audience, template, zone = 'UTC' }) => {
    const { db, ports } = context;
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const state = draftState(db, found.value, audience, zone);
    const draft = draftText(state, template ?? templateFor(state));
    const clock = updateClocks(db, found.value).find((one) => one.audience === audience);
    const follows = clock === undefined ? null : nextPromise(clock, ports.clock.now());
    const soakUntil = draft.template === 'recovery' ? situationOf(db, incident).soak?.until : null;
    return ok({
      ...draft,
      gaps: [...draft.gaps],
      nextBy: owesUpdates(found.value.status) ? (soakUntil ?? follows) : null,
      due: updatesDue(db, found.value).find((due) => due.audience === audience) ?? null,
    });
  },
};

/** Fields of the incident whose change is a change in impact. */
const IMPACT_FIELDS = ['severity', 'impact', 'scope'];

function draftState(db: Db, incident: LedIncident, audience: Audience, zone: string): DraftState {
  const { id, name, status, impact, lead } = incident;
  const at = (ms: number | null | undefined) => (ms == null ? null : zonedClock(ms, zone));
  const who = (ref: string | null) => (ref === null ? null : nameOf(db, ref));
  const { symptoms, scope, trend, soak, review } = situationOf(db, id);
  const times = keyTimes(db, incident);
  const told = updates.of(db, id).filter((update) => update.audience === audience);
  const since = told.at(-1)?.addedAt ?? Number.NEGATIVE_INFINITY;
  const owners = [...actions.of(db, id), ...followUps.of(db, id)].map(({ owner }) => owner);
  const state = entityState(db, id, 'incident');
  const writtenAt = IMPACT_FIELDS.map((field) => fieldStamp(state, field)).filter(
    (s) => s !== null,
  );
  return {
    ...{ audience, name, status, symptoms, scope, impact },
    trend: trend === null ? null : trendName(trend),
    lead: who(lead),
    began: at(times.began?.at),
    stopped: at(times.mitigated?.at),
    resolved: at(times.resolved?.at),
    soakUntil: at(soak?.until),
    watchFor: soak?.watchFor ?? '',
    review: { owner: who(review.owner), by: review.by === null ? null : day(review.by) },
    actions: actions
      .of(db, id)
      .filter((action) => action.status === 'open' || action.status === 'doing')
      .map(({ text, owner, due }) => ({ text, owner: who(owner), due: at(due) })),
    decisions: decisions
      .of(db, id)
      .filter(({ addedAt }) => addedAt > since)
      .map(({ choice, question }) => choice || question),
    ruledOut: hypotheses
      .of(db, id)
      .filter((hypothesis) => hypothesis.state === 'ruled-out')
      .map(({ text }) => text),
    followUps: followUps
      .of(db, id)
      .filter((one) => one.state !== 'done' && one.state !== 'dropped')
      .map(({ text, owner }) => ({ text, owner: who(owner) })),
    people: participantViews(db, id, owners).map((person) => person.name),
    told: told.length,
    impactChanged: writtenAt.some((stamp) => stampMs(stamp) > since),
  };
}

/** `26 Nov 2026` */
const day = (ms: number) => utcTime(ms).split(' ').slice(0, 3).join(' ');
