import type { IncidentId } from '#shared/base/ids.ts';
import type { CommandInput } from '#shared/contract/commands.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { DeskViewT } from '#shared/contract/views.ts';
import type { Answer } from '../transport/transport.ts';
import { createAttempts } from './attempts.ts';
import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { SliceOf, State } from './store.ts';

export type Declaration = Omit<CommandInput<'incident.declare'>, 'incident'>;

export type DeskSlice = {
  /** Null until it has been read for the first time. */
  readonly desk: DeskViewT | null;
  readonly deskProblem: ContractError | null;
  readonly refreshDesk: () => Promise<void>;
  readonly declare: (declaration: Declaration) => Answer<{ incident: IncidentId }>;
};

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
      const { name, severity, lead } = declaration;
      const incident = attempts.idFor([name, severity, declaration.private, lead]) as IncidentId;
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
