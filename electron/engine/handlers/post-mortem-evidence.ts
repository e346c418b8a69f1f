import { ok } from '#shared/base/result.ts';
import { severityHistory, statusHistory } from '../store/statuses.ts';
import { lastLines } from '../store/timeline.ts';
import { decisionQueries } from './decision.ts';
import { followUpQueries } from './follow-up.ts';
import { findIncident, type QueryHandlers } from './handler.ts';
import { hypothesisQueries } from './hypothesis.ts';
import { incidentQueries } from './incident.ts';
import { itemOf } from './timeline.ts';
import { peopleOfItems } from './timeline-people.ts';
import { updateQueries } from './update.ts';

/** Most lines of the timeline that a post-mortem is made from. */
const LINES_MAX = 1_000;

export const evidenceQueries: Pick<QueryHandlers, 'post-mortem-evidence'> = {
  'post-mortem-evidence': async (context, { incident: id }) => {
    const found = findIncident(context, id);
    if (!found.ok) return found;
    const { db } = context;
    const asked = { incident: id };
    const incident = await incidentQueries.incident(context, asked);
    if (!incident.ok) return incident;
    const updates = await updateQueries.updates(context, asked);
    if (!updates.ok) return updates;
    const decisions = await decisionQueries.decisions(context, asked);
    if (!decisions.ok) return decisions;
    const hypotheses = await hypothesisQueries.hypotheses(context, asked);
    if (!hypotheses.ok) return hypotheses;
    const followUps = await followUpQueries['follow-ups'](context, asked);
    if (!followUps.ok) return followUps;
    const story = { hidden: false, marked: false, story: true };
    const lines = lastLines(db, id, { from: null, before: null }, LINES_MAX + 1, story);
    const items = lines
      .slice(-LINES_MAX)
      .map((line) => itemOf(db, id, line))
      .filter((item) => item !== null);
    return ok({
      incident: incident.value,
      statuses: statusHistory(db, id).map(({ status, at }) => ({ value: status, at })),
      severities: severityHistory(db, id).map(({ severity, at }) => ({ value: severity, at })),
      timeline: items,
      left: lines.length - items.length,
      updates: updates.value.items,
      decisions: decisions.value.items,
      hypotheses: hypotheses.value.items,
      followUps: followUps.value.items,
      people: peopleOfItems(db, items),
    });
  },
};
