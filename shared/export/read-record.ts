import type { IncidentId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { ContractError } from '../contract/errors.ts';
import type { QueryInput, QueryName, QueryOutput } from '../contract/queries.ts';
import type { PersonViewT } from '../contract/views/person.ts';
import type { TimelineItemT } from '../contract/views/timeline.ts';
import type { IncidentRecord } from './incident-record.ts';

const WINDOW = 200;

/** Whoever answers the contract's queries. */
export type Reader = {
  readonly query: <N extends QueryName>(
    name: N,
    input: QueryInput<N>,
  ) => Promise<Result<QueryOutput<N>, ContractError>>;
};

/** Reads everything of an incident, window by window. */
export async function readRecord(
  reader: Reader,
  incident: IncidentId,
): Promise<Result<IncidentRecord, ContractError>> {
  const view = await reader.query('incident', { incident });
  if (!view.ok) return view;
  const lines = await readTimeline(reader, incident);
  if (!lines.ok) return lines;
  const updates = await reader.query('updates', { incident });
  if (!updates.ok) return updates;
  const decisions = await reader.query('decisions', { incident });
  if (!decisions.ok) return decisions;
  const hypotheses = await reader.query('hypotheses', { incident });
  if (!hypotheses.ok) return hypotheses;
  const followUps = await reader.query('follow-ups', { incident });
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

async function readTimeline(reader: Reader, incident: IncidentId) {
  let timeline: readonly TimelineItemT[] = [];
  const people = new Map<string, PersonViewT>();
  let before: string | null = null;
  do {
    const page: Result<QueryOutput<'timeline'>, ContractError> = await reader.query('timeline', {
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
