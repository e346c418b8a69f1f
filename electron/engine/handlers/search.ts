import { ok } from '#shared/base/result.ts';
import { snippetOf } from '#shared/domain/search-words.ts';
import { incidentById } from '../store/incidents.ts';
import type { QueryHandlers } from './handler.ts';
import { messageText } from './message-text.ts';
import { personView } from './people.ts';

export const searchQueries: Pick<QueryHandlers, 'search'> = {
  search: (context, { text, limit }) => {
    const { db } = context;
    const { words, hits, more } = context.search(text, limit);
    return ok({
      more,
      hits: hits.flatMap((hit) => {
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
      }),
    });
  },
};
