import type { ContractError } from '#shared/contract/errors.ts';
import { statusName } from '#shared/domain/status.ts';
import type { SliceOf, Status, StatusSlice } from './state.ts';

const NOT_OPEN: ContractError = { code: 'not_found', message: 'No incident is open.' };
const SAY_WHY: ContractError = {
  code: 'invalid_input',
  message: 'The soak has not ended.',
  hint: 'Say why it is resolved now: /status resolved The cause is gone.',
};

/** The one way to another status, wherever it was chosen. */
export const statusSlice: SliceOf<StatusSlice> = ({ now }, _set, get) => ({
  chooseStatus: async (status, reason = null) => {
    const { incident, route, showSheet, perform, change, setStatus } = get();
    if (incident === null) return { ok: false, error: NOT_OPEN };
    const { id, soak } = incident;
    if (status === 'resolved' && reason === null && soak !== null && now() < soak.until) {
      // The small window has no room to ask.
      if (route.page === 'hud') return { ok: false, error: SAY_WHY };
      showSheet({ kind: 'reason', status });
      return { ok: true, value: {} };
    }
    const why = reason === null || reason === '' ? {} : { reason };
    return perform({
      words: `Status: ${statusName(status)}`,
      run: () => change('incident.set-status', { incident: id, status, ...why }),
      undo: () => setStatus(id, incident.status as Status),
    });
  },
});
