import type { IncidentId } from '#shared/base/ids.ts';
import type { ActionViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { useSubmit } from '../submit.ts';

/** Makes follow-ups of actions that nobody does now: each is written down before it is dropped. */
export function useMoveOn(incident: IncidentId) {
  const { store } = useDesktop();
  const { problem, isBusy, submit } = useSubmit();
  const moveOn = async (actions: readonly ActionViewT[]) => {
    const { add, change } = store.getState();
    for (const { id: action, text, owner } of actions) {
      const followUp = { incident, text, owner: owner?.ref ?? null, state: 'open' } as const;
      if ((await submit(() => add('follow-up.add', followUp))) === null) return;
      const dropped = { incident, action, status: 'dropped' } as const;
      if ((await submit(() => change('action.set-status', dropped))) === null) return;
    }
  };
  return { moveOn, problem, isBusy };
}
