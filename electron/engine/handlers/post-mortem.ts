import { DAY } from '#shared/base/duration.ts';
import { ok } from '#shared/base/result.ts';
import { KEY_TIMES, keyTimeName } from '#shared/domain/key-times.ts';
import { me } from '../account.ts';
import type { Db } from '../store/database.ts';
import { followUps } from '../store/follow-ups.ts';
import type { LedIncident } from '../store/incidents.ts';
import { postMortemOf, writersOf } from '../store/post-mortems.ts';
import { severitiesOf } from '../store/severities.ts';
import { situationOf } from '../store/situations.ts';
import { edit } from './edit.ts';
import {
  type CommandsOf,
  DONE,
  findIncident,
  type HandlerContext,
  type QueryHandlers,
} from './handler.ts';
import { endedAt, keyTimes } from './key-times.ts';
import { personOrNull, personView } from './people.ts';
import { templateOf } from './writing.ts';

/** Who wrote longer ago than this is not in it any more. */
const LATELY_MS = DAY;

export const postMortemCommands: Omit<CommandsOf<'post-mortem'>, 'post-mortem.share'> = {
  'post-mortem.start': async (context, { incident, template }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const chosen = templateOf(context.db, template ?? templateFor(context.db, found.value));
    if (!chosen.ok) return chosen;
    const begun = await context.postMortems.start(incident, chosen.value);
    return begun.ok ? DONE : begun;
  },
  'post-mortem.change': (context, { incident, status, owner, reviewAt }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const review = { reviewState: status, reviewOwner: owner, reviewBy: reviewAt };
    edit(context, incident, 'incident', review);
    return DONE;
  },
  'post-mortem.write': async (context, { incident, update }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const written = await context.postMortems.write(incident, Buffer.from(update, 'base64'));
    return written.ok ? DONE : written;
  },
};

export const postMortemQueries: Pick<QueryHandlers, 'post-mortem' | 'post-mortem-since'> = {
  'post-mortem': async (context, { incident, isOpen = false }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const { db, ports } = context;
    context.sync.watchText(incident);
    const begun = postMortemOf(db, incident);
    if (begun === null) return ok(null);
    const state = isOpen ? ok(new Uint8Array()) : await context.postMortems.since(incident, null);
    if (!state.ok) return state;
    const { review } = situationOf(db, incident);
    const since = endedAt(db, found.value) ?? begun.startedAt;
    return ok({
      ...begun,
      startedBy: personView(db, begun.startedBy),
      status: review.state ?? 'draft',
      owner: personOrNull(db, review.owner),
      reviewAt: review.by,
      ageDays: Math.max(0, Math.floor((ports.clock.now() - since) / DAY)),
      state: Buffer.from(state.value).toString('base64'),
      others: othersIn(context, incident),
      readiness: [...(await readiness(context, found.value))],
    });
  },
  'post-mortem-since': async (context, { incident, vector }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const update = await context.postMortems.since(incident, Buffer.from(vector, 'base64'));
    if (!update.ok) return update;
    const { value } = update;
    return ok({
      update: isNothing(value) ? null : Buffer.from(value).toString('base64'),
      others: othersIn(context, incident),
    });
  },
};

async function readiness(context: HandlerContext, incident: LedIncident) {
  const { readinessOf } = await import('#shared/post-mortem/readiness.ts');
  const { db } = context;
  const { review } = situationOf(db, incident.id);
  const kept = followUps.of(db, incident.id);
  const open = kept.filter(({ state }) => state !== 'done' && state !== 'dropped');
  const times = keyTimes(db, incident);
  const missing = KEY_TIMES.filter((key) => times[key] === null && key !== 'closed');
  return readinessOf({
    ...{ owner: review.owner, reviewAt: review.by, summary: incident.summary },
    ...{ impact: incident.impact, missingTimes: missing.map(keyTimeName) },
    ...{ followUps: kept.length, unowned: open.filter(({ owner }) => owner === null).length },
    document: await context.postMortems.document(incident.id),
  });
}

/** The short one where somebody said that it is of the mildest severity. */
function templateFor(db: Db, { id, severity }: LedIncident): string {
  const isMild = severitiesOf(db)[0] === severity && situationOf(db, id).severityConfirmed;
  return isMild ? 'short' : 'full';
}

/** An update of Yjs's that says nothing: no writers, nothing deleted. */
const isNothing = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0;

function othersIn(context: HandlerContext, incident: Parameters<typeof writersOf>[1]) {
  const { db, ports } = context;
  const mine = me(context);
  const since = ports.clock.now() - LATELY_MS;
  return writersOf(db, incident)
    .filter(({ person, at }) => person !== mine && at >= since)
    .map(({ person, at }) => ({ person: personView(db, person), at }));
}
