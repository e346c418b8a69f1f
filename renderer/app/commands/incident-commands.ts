import type { State } from '../../state/state.ts';
import type { Command } from './command.ts';

const onIncident = (state: State) => state.route.page === 'incident' && state.incident !== null;

const writeUpdate: Command = {
  name: 'update.write',
  label: 'Write update',
  keys: ['U'],
  enabled: onIncident,
  run: ({ store }) =>
    store.getState().showSheet({ kind: 'update', audience: null, template: null }),
};

const writeNoNews: Command = {
  name: 'update.no-news',
  label: 'Write update: no news',
  keys: ['W'],
  enabled: onIncident,
  run: ({ store }) =>
    store.getState().showSheet({ kind: 'update', audience: null, template: 'no-news' }),
};

const recordDecision: Command = {
  name: 'decision.record',
  label: 'Record decision',
  keys: ['D'],
  enabled: onIncident,
  run: ({ store }) => store.getState().showSheet({ kind: 'decision', decision: null }),
};

/** What is done about the incident on screen, in the order of the list of keys. */
export const INCIDENT_COMMANDS: readonly Command[] = [writeUpdate, writeNoNews, recordDecision];
