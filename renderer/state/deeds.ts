import type { DeedsSlice, SliceOf, State } from './state.ts';

/** What is done from anywhere, told in a toast with the way back. */
export const deedsSlice: SliceOf<DeedsSlice> = (_ports, set) => ({
  deedProblem: null,
  perform: async ({ words, run, undo }) => {
    const answer = await run();
    if (answer.ok) set({ lineDeed: undo === null ? null : { words, undo }, deedProblem: null });
    else set({ deedProblem: answer.error });
    return answer;
  },
});

export const selectDeedProblem = (state: State) => state.deedProblem;
