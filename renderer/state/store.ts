import { createStore } from 'zustand/vanilla';
import { assertNever } from '#shared/base/assert.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import { bundleSlice } from './bundle.ts';
import { composingSlice } from './composing.ts';
import { deedsSlice } from './deeds.ts';
import { deskSlice } from './desk.ts';
import { faultSlice } from './faults.ts';
import { followUpSlice } from './follow-ups.ts';
import { imageSlice } from './images.ts';
import { incidentSlice } from './incident.ts';
import { nudgeSlice } from './nudges.ts';
import type { StatePorts } from './ports.ts';
import { queueSlice } from './queue.ts';
import { recordSlice } from './records.ts';
import { requestSlice } from './requests.ts';
import { parseRoute, type Route } from './route.ts';
import { seekingSlice } from './seeking.ts';
import { settingsSlice } from './settings.ts';
import { shellSlice } from './shell.ts';
import type { Store } from './state.ts';
import { statusSlice } from './status.ts';
import { syncSlice } from './sync.ts';
import { timelineSlice } from './timeline.ts';

export type RunningStore = { readonly store: Store; readonly stop: () => void };

/** A store that follows the engine: it reads the views at once, and again whenever they change. */
export function startStore(ports: StatePorts): RunningStore {
  const store: Store = createStore((set, get) => ({
    ...shellSlice(ports, set, get),
    ...deskSlice(ports, set, get),
    ...incidentSlice(ports, set, get),
    ...statusSlice(ports, set, get),
    ...requestSlice(ports, set, get),
    ...recordSlice(ports, set, get),
    ...followUpSlice(ports, set, get),
    ...nudgeSlice(ports, set, get),
    ...timelineSlice(ports, set, get),
    ...composingSlice(ports, set, get),
    ...imageSlice(ports, set, get),
    ...seekingSlice(ports, set, get),
    ...deedsSlice(ports, set, get),
    ...bundleSlice(ports, set, get),
    ...syncSlice(ports, set, get),
    ...queueSlice(ports, set, get),
    ...faultSlice(ports, set, get),
    ...settingsSlice(ports, set, get),
  }));
  const { transport, address } = ports;
  const stops = [
    transport.subscribe((event) => refresh(store, event)),
    transport.onConnection((connection) => {
      store.setState({ connection });
      if (connection.kind === 'open') refreshAll(store);
    }),
    address.watch(() => enter(store, parseRoute(address.read()))),
  ];
  enter(store, store.getState().route);
  if (transport.connection().kind === 'open') refreshAll(store);
  return { store, stop: () => stops.forEach((stop) => void stop()) };
}

function enter(store: Store, route: Route): void {
  if (route.page === 'declare') {
    store.setState({ sheet: 'declare', suggestedName: route.name });
    // Shown once: going back, or loading the page again, does not open the sheet anew.
    return store.getState().go({ page: 'desk' });
  }
  store.setState({ route });
  // The last incident stays loaded behind the Desk, so that going back to it shows it at once.
  if (route.page === 'incident' || route.page === 'post-mortem') {
    store.getState().openIncident(route.incident);
  }
  if (route.page === 'queue') void store.getState().refreshQueue();
  if (route.page === 'follow-ups') void store.getState().refreshAllFollowUps();
}

/** Nobody knows what changed while the engine was out of reach. */
function refreshAll(store: Store): void {
  const state = store.getState();
  void state.refreshDesk();
  void state.refreshSync();
  void state.refreshQueue();
  void state.refreshSettings();
  void state.refreshIncident();
  void state.refreshRecords();
  void state.refreshAllFollowUps();
  void state.refreshNudges();
  void state.refreshTimeline();
}

function refresh(store: Store, event: ContractEvent): void {
  const state = store.getState();
  switch (event.view) {
    case 'desk':
      // Said after every change of any incident.
      void state.refreshAllFollowUps();
      return void state.refreshDesk();
    case 'incident':
      if (event.incident !== state.opened) return;
      void state.refreshIncident();
      void state.refreshRecords();
      return void state.refreshTimeline();
    case 'sync':
      void state.refreshQueue();
      return void state.refreshSync();
    case 'settings':
      // Connecting tells a person's real name, which every view shows.
      return refreshAll(store);
    case 'nudges':
      return void state.refreshNudges();
    case 'post-mortem':
      if (event.incident !== state.opened) return;
      return void store.setState({ postMortemNews: state.postMortemNews + 1 });
    case 'news':
      return void store.setState({ news: [...state.news, ...event.news] });
    case 'nudged':
      // For notifications: what is due is read with the view above.
      return;
    default:
      return assertNever(event);
  }
}
