import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import type { DeskViewT } from '#shared/contract/views.ts';
import { asking } from '../hosts/asking.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';

/** How things stand: what tray and badge show. */
export type DeskSeen = { readonly desk: DeskViewT; readonly nudges: readonly NudgeViewT[] };

export const NOTHING_SEEN: DeskSeen = {
  desk: { notice: null, active: [], after: [], recent: [] },
  nudges: [],
};

/** Shows how things stand, and again whenever that changes: one look at a time, and none too many. */
export function watchDesk(engine: EngineLink, show: (seen: DeskSeen) => void): void {
  const { query } = asking(engine.request);
  const refresh = once(async () => {
    const desk = await query('desk', {});
    const nudges = await query('nudges', {});
    if (desk.ok && nudges.ok) show({ desk: desk.value, nudges: nudges.value.items });
  });
  engine.subscribe(({ view }) => {
    if (view === 'desk' || view === 'nudges') refresh();
  });
  refresh();
}

/** One look at a time; what changes meanwhile is looked at afterwards, once. */
function once(task: () => Promise<void>): () => void {
  let isRunning = false;
  let isAsked = false;
  const run = async () => {
    isRunning = true;
    do {
      isAsked = false;
      await task();
    } while (isAsked);
    isRunning = false;
  };
  return () => {
    isAsked = true;
    if (!isRunning) void run();
  };
}
