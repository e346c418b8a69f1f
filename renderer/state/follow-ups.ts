import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { FollowUpSlice, SliceOf, State } from './state.ts';

export const followUpSlice: SliceOf<FollowUpSlice> = ({ transport }, set, get) => ({
  allFollowUps: null,
  allFollowUpsProblem: null,
  refreshAllFollowUps: coalesced(async () => {
    // Nobody looks at them elsewhere.
    if (get().route.page !== 'follow-ups') return;
    const read = await transport.request('query', 'all-follow-ups', {});
    if (!read.ok) return set({ allFollowUpsProblem: read.error });
    set(({ allFollowUps }) => ({
      allFollowUps: keepSame(allFollowUps, read.value),
      allFollowUpsProblem: null,
    }));
  }),
});

export const selectAllFollowUps = (state: State) => state.allFollowUps;
export const selectAllFollowUpsProblem = (state: State) => state.allFollowUpsProblem;
