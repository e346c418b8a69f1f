import { useCallback } from 'react';
import type { CommandInput, CommandName } from '#shared/contract/commands.ts';
import { useDesktop } from '../state/desktop.tsx';
import type { Problem } from '../ui/problem.ts';

export type Change = <N extends CommandName>(
  name: N,
  input: CommandInput<N>,
) => Promise<Problem | null>;

/** Changes something; resolves to what stood in the way, or null. For fields that say it themselves. */
export function useChange(): Change {
  const { store } = useDesktop();
  return useCallback<Change>(
    async (name, input) => {
      const answer = await store.getState().change(name, input);
      return answer.ok ? null : answer.error;
    },
    [store],
  );
}
