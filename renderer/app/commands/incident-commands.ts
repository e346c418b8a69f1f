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

const handOver: Command = {
  name: 'handover.offer',
  label: 'Hand over',
  keys: ['H'],
  enabled: onIncident,
  run: ({ store }) => store.getState().showSheet({ kind: 'hand-over' }),
};

const openPostMortem: Command = {
  name: 'post-mortem.open',
  label: 'Open post-mortem',
  keys: ['M'],
  enabled: onIncident,
  run: ({ store }) => {
    const { opened, go } = store.getState();
    if (opened !== null) go({ page: 'post-mortem', incident: opened });
  },
};

/** A reminder is answered, and put off, where it stands. */
const nudgeKey = (key: 'answer' | 'snooze', label: string, letter: string): Command => ({
  name: `nudge.${key}`,
  label,
  keys: [letter],
  enabled: onIncident,
  run: ({ page }) =>
    page.querySelector<HTMLElement>(`[data-shortcut="nudge-${key}"] button`)?.click(),
});

/** What is done about the incident on screen, in the order of the list of keys. */
export const INCIDENT_COMMANDS: readonly Command[] = [
  writeUpdate,
  writeNoNews,
  recordDecision,
  handOver,
  openPostMortem,
  nudgeKey('answer', 'Answer the reminder', 'R'),
  nudgeKey('snooze', 'Put the reminder off', 'S'),
];
