import { ok } from '#shared/base/result.ts';
import type { SearchHitT } from '#shared/contract/search-view.ts';
import {
  isMeant,
  narrowsIncidents,
  readQuery,
  type SearchQuery,
} from '#shared/domain/search-query.ts';
import { type SearchWord, searchWords, snippetOf } from '#shared/domain/search-words.ts';
import type { Hit } from '../controls.ts';
import type { Db } from '../store/database.ts';
import { incidentById, incidentsByTime, type LedIncident } from '../store/incidents.ts';
import type { HandlerContext, QueryHandlers } from './handler.ts';
import { messageText } from './message-text.ts';
import { myView, personOrNull, personView } from './people.ts';

export const searchQueries: Pick<QueryHandlers, 'search'> = {
  search: (context, { text, limit, zone = 'UTC' }) => {
    const { db } = context;
    const query = readQuery(text, zone);
    const { problems, after, before } = query;
    const told = { problems: [...problems] };
    const meant = narrowsIncidents(query) ? meantBy(context, query) : null;
    const isNarrow = meant !== null || after !== null || before !== null;
    if (isNarrow && searchWords(query.words).length === 0) {
      const rows = declaredWithin(meant ?? incidentsByTime(db), query);
      const hits = rows.slice(0, limit).map(incidentHit);
      return ok({ ...told, hits, more: rows.length > limit });
    }
    const incidents = meant?.map(({ id }) => id) ?? null;
    const within = isNarrow ? { incidents, after, before } : null;
    const { words, hits, more } = context.search(query.words, limit, within);
    return ok({ ...told, more, hits: hits.flatMap((hit) => hitView(db, hit, words)) });
  },
};

/** The incidents that a query asks for, the latest declared first. */
function meantBy(context: HandlerContext, query: SearchQuery): readonly LedIncident[] {
  const { db } = context;
  const me = myView(context).ref;
  return incidentsByTime(db).filter((incident) =>
    isMeant(query, { ...incident, lead: personOrNull(db, incident.lead) }, me),
  );
}

function declaredWithin(
  incidents: readonly LedIncident[],
  { after, before }: SearchQuery,
): readonly LedIncident[] {
  return incidents.filter(
    ({ declaredAt }) =>
      (after === null || declaredAt >= after) && (before === null || declaredAt < before),
  );
}

function incidentHit({ id, code, name, declaredAt, summary }: LedIncident): SearchHitT {
  const snippet = snippetOf(summary === '' ? name : summary, []);
  return { incident: id, code, name, kind: 'incident', id, at: declaredAt, by: null, snippet };
}

function hitView(db: Db, hit: Hit, words: readonly SearchWord[]): SearchHitT[] {
  const incident = incidentById(db, hit.incident);
  if (incident === null) return [];
  const { kind, id, at } = hit;
  const said =
    kind === 'message' ? messageText(hit.text, (ref) => personView(db, ref).name) : hit.text;
  return [
    {
      ...{ incident: incident.id, code: incident.code, name: incident.name, kind, id, at },
      by: hit.by === null ? null : personView(db, hit.by),
      snippet: snippetOf(said, words),
    },
  ];
}
