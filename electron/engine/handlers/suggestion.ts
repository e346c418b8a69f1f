import { ok } from '#shared/base/result.ts';
import { chooseCuration } from '../store/curation.ts';
import { channelOf } from '../store/slack-channels.ts';
import { messageAt } from '../store/slack-messages.ts';
import { dismissSuggestion, suggestionsOf } from '../store/suggestions.ts';
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

export const suggestionQueries: Pick<QueryHandlers, 'suggestions'> = {
  suggestions: ({ db, ...context }, { incident, before = null, limit }) => {
    const found = findIncident({ db, ...context }, incident);
    if (!found.ok) return found;
    const channel = channelOf(db, incident)?.channel ?? null;
    if (channel === null) return ok({ items: [], older: null });
    // One more than asked for tells whether there are others.
    const rows = suggestionsOf(db, incident, channel, before, limit + 1);
    const items = rows.slice(0, limit).flatMap(({ ts, kind, score, reasons }) => {
      const item = messageItem(db, incident, ts);
      if (item === null) return [];
      const { at, by, text, slackText, edited, files } = item;
      const thread = messageAt(db, channel, ts)?.thread ?? null;
      const why = { kind, score, reasons: [...reasons] };
      return [{ ts, at, by, channel, text, slackText, edited, files, thread, ...why }];
    });
    return ok({ items, older: rows.length > limit ? (rows[limit - 1]?.ts ?? null) : null });
  },
};
