import { faultOf } from '#shared/base/fault.ts';
import type { FaultSlice, SliceOf, State } from './state.ts';

/** As many as tell what is wrong: a page that fails at every turn must not fill the log. */
const REPORTS_MAX = 20;

export const faultSlice: SliceOf<FaultSlice> = ({ transport }, set) => {
  let reports = 0;
  return {
    hasFailed: false,
    noteFault: (where, cause) => {
      // A screen that could not be drawn says so itself.
      if (where === 'event') set({ hasFailed: true });
      reports += 1;
      if (reports > REPORTS_MAX) return;
      const fault = faultOf(cause);
      // Where the engine is out of reach there is no log to write to, and the screen says that.
      void transport.request('command', 'fault.report', { where, fault });
    },
    forgetFault: () => set({ hasFailed: false }),
  };
};

export const selectHasFailed = (state: State) => state.hasFailed;
