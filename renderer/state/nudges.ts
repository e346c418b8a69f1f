import type { IncidentId } from '#shared/base/ids.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { NudgeSlice, SliceOf, State } from './state.ts';

export const nudgeSlice: SliceOf<NudgeSlice> = ({ transport }, set) => ({
  news: [],
  putNewsAway: () => set({ news: [] }),
  nudges: [],
  refreshNudges: coalesced(async () => {
    const read = await transport.request('query', 'nudges', {});
    if (read.ok) set(({ nudges }) => ({ nudges: keepSame(nudges, read.value.items) }));
  }),
});

const NO_NEWS: State['news'] = [];

/** What the page has to tell: nothing where the system does. */
export const selectNews = ({ news, settings }: State) =>
  settings?.shell.hasNotifications === false ? news : NO_NEWS;

export const selectNudges = (state: State) => state.nudges;

/** What one is reminded of about an incident, the most pressing first. */
export const nudgesOf = (nudges: readonly NudgeViewT[], incident: IncidentId) =>
  nudges.filter((nudge) => nudge.incident === incident);
