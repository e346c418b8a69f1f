import type { IncidentId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { QueryOutput } from '#shared/contract/queries.ts';
import type { PersonViewT } from '#shared/contract/views/person.ts';
import type { TimelineItemT } from '#shared/contract/views/timeline.ts';
import type { IncidentRecord } from '#shared/export/incident-record.ts';
import type { Desk } from './desk.ts';

const WINDOW = 200;

/** Reads everything of an incident, window by window. */
export async function readRecord(
  desk: Desk,
  incident: IncidentId,
): Promise<Result<IncidentRecord, ContractError>> {
  const view = await desk.query('incident', { incident });
  if (!view.ok) return view;
  const lines = await readTimeline(desk, incident);
  if (!lines.ok) return lines;
  const updates = await desk.query('updates', { incident });
  if (!updates.ok) return updates;
  const decisions = await desk.query('decisions', { incident });
  if (!decisions.ok) return decisions;
  const hypotheses = await desk.query('hypotheses', { incident });
  if (!hypotheses.ok) return hypotheses;
  const followUps = await desk.query('follow-ups', { incident });
  if (!followUps.ok) return followUps;
  return ok({
    ...lines.value,
    incident: view.value,
    updates: updates.value.items,
    decisions: decisions.value.items,
    hypotheses: hypotheses.value.items,
    followUps: followUps.value.items,
  });
}

async function readTimeline(desk: Desk, incident: IncidentId) {
  let timeline: readonly TimelineItemT[] = [];
  const people = new Map<string, PersonViewT>();
  let before: string | null = null;
  do {
    const page: Result<QueryOutput<'timeline'>, ContractError> = await desk.query('timeline', {
      incident,
      limit: WINDOW,
      ...(before === null ? {} : { before }),
    });
    if (!page.ok) return page;
    timeline = [...page.value.items, ...timeline];
    for (const person of page.value.people) people.set(person.ref, person);
    before = page.value.older;
  } while (before !== null);
  return ok({ timeline, people: [...people.values()] });
}
