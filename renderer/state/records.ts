import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { RecordSlice, SliceOf, State } from './state.ts';

export const recordSlice: SliceOf<RecordSlice> = ({ transport }, set, get) => ({
  records: null,
  refreshRecords: coalesced(async () => {
    const incident = get().opened;
    if (incident === null) return;
    const [decisions, hypotheses, followUps, updates] = await Promise.all([
      transport.request('query', 'decisions', { incident }),
      transport.request('query', 'hypotheses', { incident }),
      transport.request('query', 'follow-ups', { incident }),
      transport.request('query', 'updates', { incident }),
    ]);
    if (get().opened !== incident) return;
    // What cannot be read is told by the page itself, which is read at the same time.
    if (!decisions.ok || !hypotheses.ok || !followUps.ok || !updates.ok) return;
    const read = {
      decisions: decisions.value.items,
      hypotheses: hypotheses.value.items,
      followUps: followUps.value.items,
      updates: updates.value.items,
    };
    set(({ records }) => ({ records: keepSame(records, read) }));
  }),
});

export const selectRecords = (state: State) => state.records;
