import type { SeekingSlice, SliceOf, State } from './state.ts';

/** A place in a timeline that somebody wants to see: the timeline goes there when it is on screen. */
export const seekingSlice: SliceOf<SeekingSlice> = (_ports, set, get) => ({
  sought: null,
  seek: (incident, place) => {
    set({ sought: place === null ? null : { incident, ...place } });
    get().go({ page: 'incident', incident });
  },
  found: () => set({ sought: null }),
});

export const selectSought = (state: State) => state.sought;
