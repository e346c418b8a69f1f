import { LIFECYCLE_COMMANDS } from '../../features/lifecycle/lifecycle-commands.ts';
import { selectMyRef } from '../../state/settings.ts';
import type { Command } from './command.ts';

/** What is done about the incident on screen as a whole. */
export const OF_INCIDENT: readonly Command[] = LIFECYCLE_COMMANDS.map(
  ({ name, label, keys, enabled, run }) => ({
    ...{ name, label, keys },
    enabled: (state) =>
      state.route.page === 'incident' &&
      state.incident !== null &&
      enabled(state.incident, selectMyRef(state)),
    run: ({ store }) => {
      const state = store.getState();
      if (state.incident !== null) run(state.incident, state);
    },
  }),
);
