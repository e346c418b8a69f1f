import { ENTRY_COMMANDS } from '../../features/timeline/entry-commands.ts';
import { selectPickedLine } from '../../state/timeline.ts';
import type { Command } from './command.ts';

/** What is done with the selected line of the timeline; its letters hold on the line itself. */
export const OF_LINE: readonly Command[] = ENTRY_COMMANDS.map(({ name, about, enabled }) => ({
  name: `line.${name}`,
  label: `Selected entry: ${about.charAt(0).toLowerCase()}${about.slice(1)}`,
  keys: [],
  enabled: (state) => {
    const picked = state.route.page === 'incident' ? selectPickedLine(state) : null;
    return picked !== null && enabled(picked);
  },
  run: ({ store }) => store.getState().askOfLine(name),
}));
