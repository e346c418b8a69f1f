import { useEffect } from 'react';
import type { Store } from '../../state/state.ts';
import { COMMANDS } from './commands.ts';
import { commandFor, isTyping } from './keys.ts';

/** Runs commands by their keys, wherever the focus is. */
export function useKeys(store: Store, hasCommandKey: boolean): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const state = store.getState();
      // A sheet has its own keys; what was handled where it happened is done.
      if (state.sheet !== null || event.defaultPrevented || event.isComposing) return;
      const command = commandFor(event, COMMANDS, hasCommandKey);
      if (command === null || !command.enabled(state)) return;
      if (isTyping(event) && isField(event.target)) return;
      event.preventDefault();
      command.run({ store, page: document });
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [store, hasCommandKey]);
}

const FIELDS =
  'input:not([type=checkbox]), textarea, [contenteditable="true"], [role=listbox], [role=dialog]';

/** Where letters are typed, or picked by (an open list of choices). */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(FIELDS) !== null;
}
