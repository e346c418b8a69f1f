import { faultOf } from '#shared/base/fault.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { Context } from '../context.ts';
import type { Transport, Trouble } from '../transport.ts';
import { backoff } from './backoff.ts';
import type { Connection } from './connection.ts';
import type { Spans } from './spans.ts';

/** What follows a change, told in Slack beside the incident's own channel: topic, announcement. */
export type Sequels = {
  /** Settles whatever is owed, one after the other, unless it is being done. */
  readonly run: () => void;
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<void>;
};

export type SequelWork = {
  readonly core: Pick<Context, 'ports' | 'db' | 'emit'>;
  readonly transport: Pick<Transport, 'owed' | 'settleOwed'>;
  readonly connection: Pick<Connection, 'closedFor' | 'failed' | 'worked'>;
  readonly stopped: () => boolean;
  readonly spans: Spans;
};

/** Between steps, so that one which changes nothing does not spin. */
const LEAST_PAUSE_MS = 50;

/**
 * One queue for all incidents, since most of it goes to one channel. It waits and fails by itself:
 * ops never stand behind it, and only a dead token is told to the connection.
 */
export function createSequels(work: SequelWork): Sequels {
  const { core, transport, connection } = work;
  const { clock, random } = core.ports;
  let running: Promise<void> | null = null;
  let failures = 0;
  let closed = { from: 0, until: 0 };
  /** Who had the last turn: the next goes to another, so that one that fails holds up nobody. */
  let last: IncidentId | null = null;

  const isOpen = () => {
    if (work.stopped() || connection.closedFor() > 0) return false;
    const now = clock.now();
    // A clock that was set back opens it too: better once too often than not for a day.
    return now >= closed.until || now < closed.from;
  };

  const next = (): IncidentId | null => {
    const owed = transport.owed();
    const after = last === null ? -1 : owed.indexOf(last);
    return owed[after + 1] ?? owed[0] ?? null;
  };

  const failed = (trouble: Trouble): void => {
    failures += 1;
    const wait = trouble.kind === 'limited' ? trouble.retryAfter : backoff(failures, random);
    const from = clock.now();
    closed = { from, until: from + wait };
    if (trouble.kind === 'refused') connection.failed(trouble);
  };

  const lap = async (): Promise<void> => {
    for (let incident = next(); incident !== null && isOpen(); incident = next()) {
      last = incident;
      const end = work.spans.begin('announce', incident);
      const done = await transport.settleOwed(incident);
      end(done.ok ? 'done' : done.error.kind);
      if (!done.ok) return failed(done.error);
      failures = 0;
      const pause = Math.max(LEAST_PAUSE_MS, done.value);
      await new Promise<void>((resolve) => void clock.after(pause, resolve));
    }
  };

  const guarded = async (): Promise<void> => {
    try {
      await lap();
    } catch (cause) {
      core.ports.log({ level: 'error', event: 'sync.sequel-failed', fault: faultOf(cause) });
      failed({ kind: 'offline', message: 'Announcing failed inside Quarterdeck.' });
    } finally {
      running = null;
    }
  };

  return {
    run: () => {
      if (running === null && isOpen()) running = guarded();
    },
    settled: async () => {
      while (running !== null) await running;
    },
  };
}
