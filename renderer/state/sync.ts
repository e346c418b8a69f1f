import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { SliceOf, State, SyncSlice } from './state.ts';

export const syncSlice: SliceOf<SyncSlice> = ({ transport }, set) => ({
  sync: null,
  refreshSync: coalesced(async () => {
    const read = await transport.request('query', 'sync', {});
    if (read.ok) set(({ sync }) => ({ sync: keepSame(sync, read.value) }));
  }),
  retrySync: (incident) =>
    transport.request('command', 'sync.retry', incident === null ? {} : { incident }),
});

export const selectSync = (state: State) => state.sync;
/** Until Slack is connected nothing waits to be sent there, and saying so would be noise. */
export const selectIsConnected = (state: State) =>
  (state.sync?.state ?? 'unconnected') !== 'unconnected';
