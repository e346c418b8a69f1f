import { faultOf } from '#shared/base/fault.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { lanesWithWork } from '../store/outbox.ts';
import { drainLane, type LaneWork } from './lane.ts';
import type { Spans } from './spans.ts';

/** Sends what waits: a lane an incident, in order within, none waiting for another. */
export type Lanes = {
  /** Starts every lane that has work and is not running. */
  readonly run: () => void;
  /** Resolves when no lane is running. */
  readonly settled: () => Promise<void>;
};

/** @param sent is called when a lane has ended, for what follows from it */
export function createLanes(work: LaneWork & { readonly spans: Spans }, sent: () => void): Lanes {
  const { core, connection } = work;
  const running = new Map<IncidentId, Promise<void>>();

  const run = (): void => {
    if (work.stopped() || connection.closedFor() > 0) return;
    for (const incident of lanesWithWork(core.db)) {
      if (!running.has(incident)) running.set(incident, lap(incident));
    }
  };

  const lap = async (incident: IncidentId): Promise<void> => {
    const end = work.spans.begin('send', incident);
    try {
      const lapped = await drainLane(work, incident);
      end(lapped);
      // No wait between this look and the next line: what comes in after it wakes the lane.
      running.delete(incident);
      if (work.stopped()) return;
      if (lanesWithWork(core.db).includes(incident)) run();
      sent();
    } catch (cause) {
      end('failed');
      running.delete(incident);
      // The file was closed while an answer was awaited: the next start looks for it.
      if (work.stopped()) return;
      core.ports.log({ level: 'error', event: 'sync.lane-failed', fault: faultOf(cause) });
      connection.failed({ kind: 'offline', message: 'Sending failed inside Quarterdeck.' });
    }
  };

  return {
    run,
    settled: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
