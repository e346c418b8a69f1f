import type { OpId } from '#shared/base/ids.ts';
import type { Answer, Transport } from '../transport/transport.ts';
import { coalesced } from './coalesced.ts';
import { keepSame } from './keep-same.ts';
import type { QueueSlice, SliceOf, State, Store } from './state.ts';

export const queueSlice: SliceOf<QueueSlice> = ({ transport }, set, get) => ({
  queue: null,
  queueProblem: null,
  refreshQueue: coalesced(async () => {
    // Nobody looks at it elsewhere.
    if (get().route.page !== 'queue') return;
    const read = await transport.request('query', 'queue', {});
    if (read.ok) set(({ queue }) => ({ queue: keepSame(queue, read.value), queueProblem: null }));
    else set({ queueProblem: read.error });
  }),
  cancelQueued: (op) =>
    takenBack(transport.request('command', 'queue.cancel', { op }), 'cancelled', transport, set),
  discardQueued: (incident) =>
    takenBack(
      transport.request('command', 'queue.discard', { incident }),
      'discarded',
      transport,
      set,
    ),
});

/** Tells how many changes will not leave, and keeps the way back. */
async function takenBack(
  asked: Answer<{ readonly cancelled: readonly OpId[] }>,
  what: string,
  { request }: Transport,
  set: Store['setState'],
): Answer<object> {
  const answer = await asked;
  if (!answer.ok) {
    set({ deedProblem: answer.error });
    return answer;
  }
  const ops = [...answer.value.cancelled];
  const words = `${changes(ops.length)} ${what}`;
  const undo = () => request('command', 'queue.restore', { ops });
  set({ lineDeed: ops.length === 0 ? null : { words, undo }, deedProblem: null });
  return answer;
}

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`);

export const selectQueue = (state: State) => state.queue;
export const selectQueueProblem = (state: State) => state.queueProblem;
