import type { IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { SuggestionViewT } from '#shared/contract/views/suggestion.ts';
import { suggest } from '#shared/domain/suggestion.ts';
import { chooseCuration } from '../store/curation.ts';
import type { Db } from '../store/database.ts';
import { channelOf } from '../store/slack-channels.ts';
import { type Candidate, candidatesOf, dismissSuggestion } from '../store/suggestions.ts';
import { type CommandHandlers, DONE, findIncident, type QueryHandlers } from './handler.ts';
import { messageItem } from './message.ts';

type SuggestionCommands = Pick<CommandHandlers, 'suggestion.dismiss' | 'curation.choose'>;

export const suggestionCommands: SuggestionCommands = {
  'suggestion.dismiss': (context, { incident, ts, dismissed }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const channel = channelOf(context.db, incident)?.channel ?? null;
    if (channel === null) return DONE;
    dismissSuggestion(context.db, channel, ts, dismissed);
    context.emit({ view: 'incident', incident });
    return DONE;
  },
  'curation.choose': (context, curation) => {
    chooseCuration(context.db, curation);
    context.emit({ view: 'settings' });
    return DONE;
  },
};

/** Most messages that one answer looks through: some tens of milliseconds. */
const LOOK_MAX = 1_500;

export const suggestionQueries: Pick<QueryHandlers, 'suggestions'> = {
  suggestions: (context, { incident, before = null, limit }) => {
    const { db } = context;
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const channel = channelOf(db, incident)?.channel ?? null;
    if (channel === null) return ok({ items: [], older: null });
    // One more than is looked at tells whether there are others.
    const candidates = candidatesOf(db, incident, channel, before, LOOK_MAX + 1);
    const items: SuggestionViewT[] = [];
    for (const [i, candidate] of candidates.entries()) {
      if (items.length === limit || i === LOOK_MAX) {
        return ok({ items, older: candidates[i - 1]?.ts ?? null });
      }
      const item = suggestionItem(db, incident, candidate);
      if (item !== null) items.push(item);
    }
    return ok({ items, older: null });
  },
};

function suggestionItem(
  db: Db,
  incident: IncidentId,
  candidate: Candidate,
): SuggestionViewT | null {
  const suggestion = suggest(candidate);
  const item = suggestion === null ? null : messageItem(db, incident, candidate.ts);
  if (suggestion === null || item === null) return null;
  const { at, by, channel, text, slackText, edited, files } = item;
  const { ts, thread } = candidate;
  const why = { ...suggestion, reasons: [...suggestion.reasons] };
  return { ts, at, by, channel, text, slackText, edited, files, thread, ...why };
}
