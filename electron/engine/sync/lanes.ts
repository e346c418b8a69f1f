import type { IncidentId } from '#shared/base/ids.ts';
import { lanesWithWork } from '../store/outbox.ts';
import { drainLane, type LaneWork } from './lane.ts';

/** Sends what waits: a lane an incident, in order within, none waiting for another. */
export type Lanes = {
  /** Starts every lane that has work and is not running. */
  readonly run: () => void;
  /** Resolves when no lane is running. */
  readonly settled: () => Promise<void>;
};

export function createLanes(work: LaneWork): Lanes {
  const { core, transport, connection } = work;
  const running = new Map<IncidentId, Promise<void>>();
  /** Lanes whose topic or announcement was refused: not tried again before their next change. */
  const refused = new Set<IncidentId>();
  /** Lanes that sent something and owe what follows it. */
  const unfinished = new Set<IncidentId>();

  const due = (): ReadonlySet<IncidentId> => {
    const working = lanesWithWork(core.db);
    for (const incident of working) refused.delete(incident);
    const owed = [...unfinished, ...transport.owed()].filter((id) => !refused.has(id));
    return new Set([...working, ...owed]);
  };

  const run = (): void => {
    if (work.stopped() || connection.closedFor() > 0) return;
    for (const incident of due()) {
      if (!running.has(incident)) running.set(incident, lap(incident));
    }
  };

  const lap = async (incident: IncidentId): Promise<void> => {
    unfinished.add(incident);
    try {
      const end = await drainLane(work, incident);
      if (end !== 'later') unfinished.delete(incident);
      if (end === 'refused') refused.add(incident);
    } catch (cause) {
      const name = cause instanceof Error ? cause.message : String(cause);
      core.ports.log({ level: 'error', event: 'sync.lane-failed', detail: { name } });
      connection.failed({ kind: 'offline', message: 'Sending failed inside Quarterdeck.' });
    } finally {
      running.delete(incident);
    }
    // What came in while the lap was ending would else wait for the next wake.
    if (!work.stopped() && lanesWithWork(core.db).includes(incident)) run();
  };

  return {
    run,
    settled: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
