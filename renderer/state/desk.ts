import type { IncidentId } from '#shared/base/ids.ts';
import { createAttempts } from './attempts.ts';
import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { DeskSlice, SliceOf, State } from './state.ts';

export const deskSlice: SliceOf<DeskSlice> = ({ transport, newId }, set) => {
  const attempts = createAttempts(newId);
  return {
    desk: null,
    deskProblem: null,
    refreshDesk: coalesced(async () => {
      const read = await transport.request('query', 'desk', {});
      if (read.ok) {
        set(({ desk }) => ({ desk: keepSame(desk, read.value), deskProblem: null }));
      } else set({ deskProblem: read.error });
    }),
    declare: async (declaration) => {
      const incident = attempts.idFor([declaration]) as IncidentId;
      const answer = await transport.request('command', 'incident.declare', {
        ...declaration,
        incident,
      });
      if (answer.ok) attempts.made();
      return answer;
    },
  };
};

export const selectDesk = (state: State) => state.desk;
export const selectDeskProblem = (state: State) => state.deskProblem;
