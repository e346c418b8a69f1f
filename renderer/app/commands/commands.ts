import { focusDeskRow, focusDeskStop } from '../../features/desk/desk-focus.ts';
import type { State } from '../../state/state.ts';
import type { Command } from './command.ts';
import { INCIDENT_COMMANDS } from './incident-commands.ts';
import { OF_INCIDENT } from './lifecycle.ts';
import { OF_LINE } from './line-commands.ts';

const always = () => true;
const onIncident = (state: State) => state.route.page === 'incident' && state.incident !== null;

export const declareIncident: Command = {
  name: 'incident.declare',
  label: 'Declare incident',
  // A browser keeps Ctrl+N for itself, so a tab needs a letter too.
  keys: ['Mod+N', 'N'],
  enabled: always,
  run: ({ store }) => store.getState().showSheet('declare'),
};

const nextIncident: Command = {
  name: 'desk.next',
  label: 'Next incident on the Desk',
  keys: ['J'],
  enabled: always,
  run: ({ page }) => focusDeskRow(page, 1),
};

const previousIncident: Command = {
  name: 'desk.previous',
  label: 'Previous incident on the Desk',
  keys: ['K'],
  enabled: always,
  run: ({ page }) => focusDeskRow(page, -1),
};

const writeNote: Command = {
  name: 'timeline.write',
  label: 'Add to the timeline',
  keys: ['C'],
  enabled: onIncident,
  run: ({ page }) => focusShortcut(page, 'composer'),
};

const focusTimeline: Command = {
  name: 'timeline.focus',
  label: 'To the timeline',
  keys: ['L'],
  enabled: onIncident,
  run: ({ page }) =>
    page.querySelector<HTMLElement>('[aria-label="Timeline"] > [tabindex="0"]')?.focus(),
};

const goToTime: Command = {
  name: 'timeline.go-to-time',
  label: 'Go to a time',
  keys: ['G'],
  enabled: onIncident,
  run: ({ page }) => page.querySelector<HTMLElement>('[data-shortcut="go-to-time"]')?.click(),
};

const newAction: Command = {
  name: 'action.new',
  label: 'New action',
  keys: ['A'],
  enabled: onIncident,
  run: ({ page }) => focusShortcut(page, 'new-action'),
};

const renameIncident: Command = {
  name: 'incident.rename',
  label: 'Rename the incident',
  keys: ['E'],
  enabled: onIncident,
  run: ({ page }) => page.querySelector<HTMLElement>('[data-shortcut="rename"] button')?.click(),
};

export const openPalette: Command = {
  name: 'palette.open',
  label: 'Search and commands',
  keys: ['Mod+K', '/'],
  enabled: always,
  run: ({ store }) => store.getState().showSheet('palette'),
};

const undo: Command = {
  name: 'undo',
  label: 'Undo the last change',
  keys: ['Z'],
  enabled: (state) => state.lineDeed !== null,
  run: ({ store }) => void store.getState().undoLine(),
};

const openBundle: Command = {
  name: 'bundle.open',
  label: 'Open an incident file',
  keys: ['Mod+O'],
  enabled: always,
  run: ({ store }) => store.getState().showSheet('bundle'),
};

const openQueue: Command = {
  name: 'queue.open',
  label: 'What waits to leave',
  keys: ['Q'],
  enabled: always,
  run: ({ store }) => store.getState().go({ page: 'queue' }),
};

const openFollowUps: Command = {
  name: 'follow-ups.open',
  label: 'All follow-ups',
  keys: ['F'],
  enabled: always,
  run: ({ store }) => store.getState().go({ page: 'follow-ups' }),
};

const openSettings: Command = {
  name: 'settings.open',
  label: 'Settings',
  keys: ['Mod+,'],
  enabled: always,
  run: ({ store }) => store.getState().go({ page: 'settings' }),
};

const openDiagnostics: Command = {
  name: 'diagnostics.open',
  label: 'Diagnostics',
  keys: [],
  enabled: always,
  run: ({ store }) => store.getState().go({ page: 'diagnostics' }),
};

const showKeys: Command = {
  name: 'keys.show',
  label: 'Show all keys',
  keys: ['?'],
  enabled: always,
  run: ({ store }) => store.getState().showSheet('keys'),
};

const back: Command = {
  name: 'back',
  label: 'One step back',
  keys: ['Escape'],
  enabled: (state) => state.route.page !== 'desk',
  run: ({ store, page }) => {
    const focused = page.querySelector<HTMLElement>(
      'input:focus, textarea:focus, [contenteditable="true"]:focus',
    );
    // Out of the field first; what is in it stays.
    if (focused !== null) return focused.blur();
    const { route } = store.getState();
    if (route.page === 'post-mortem') {
      return store.getState().go({ page: 'incident', incident: route.incident });
    }
    store.getState().go({ page: 'desk' });
    focusDeskStop(page);
  },
};

/** Everything, in the order of the list of keys. */
export const COMMANDS: readonly Command[] = [
  declareIncident,
  nextIncident,
  previousIncident,
  writeNote,
  focusTimeline,
  goToTime,
  newAction,
  renameIncident,
  ...INCIDENT_COMMANDS,
  ...OF_INCIDENT,
  ...OF_LINE,
  openPalette,
  undo,
  openBundle,
  openQueue,
  openFollowUps,
  openSettings,
  openDiagnostics,
  showKeys,
  back,
];

function focusShortcut(page: ParentNode, shortcut: string): void {
  page.querySelector<HTMLElement>(`[data-shortcut="${shortcut}"]`)?.focus();
}
