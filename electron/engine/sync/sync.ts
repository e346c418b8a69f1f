import { SECOND } from '#shared/base/duration.ts';
import { faultOf } from '#shared/base/fault.ts';
import { ok } from '#shared/base/result.ts';
import { clearAccount, readAccount } from '../account.ts';
import type { Context } from '../context.ts';
import type { SyncControl } from '../controls.ts';
import { doubtAll, unpark } from '../store/outbox.ts';
import type { Transport, Trouble } from '../transport.ts';
import type { Budget } from './budget.ts';
import { type Connection, createConnection } from './connection.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { createPause, type Pause } from './pause.ts';
import { createReader, type Reader } from './reader.ts';
import { createSequels, type Sequels } from './sequels.ts';
import { createSpans, type Spans } from './spans.ts';

/** Longest nap of the loop: a clock that jumps is noticed within this time. */
const NAP_MS = 5 * SECOND;
/** How long a quit waits for what is under way; the rest is settled by reading at the next start. */
const STOP_MS = 2 * SECOND;

export type Sync = {
  /** There is something to send. */
  readonly wake: () => void;
  readonly control: SyncControl;
  readonly spans: Spans['list'];
  readonly stop: () => Promise<void>;
};

/** The kept token is gone (a session-only shell was restarted), but we know whose it was. */
const SIGNED_OUT: Trouble = {
  kind: 'refused',
  message: 'Quarterdeck is signed out of Slack.',
  hint: 'Open Settings and sign in again, or paste your token. Everything you do is kept and sent then.',
};

type Core = Pick<Context, 'ports' | 'db' | 'emit'>;

/** The parts of a running sync. */
type Parts = {
  readonly core: Core;
  readonly transport: Transport;
  readonly connection: Connection;
  readonly lanes: Lanes;
  readonly sequels: Sequels;
  readonly reader: Reader;
  readonly pause: Pause;
  readonly spans: Spans;
  readonly stopped: () => boolean;
  /** The token in use, and whether Slack has accepted it since this start. */
  readonly session: { token: string | null; signedIn: boolean };
};

/**
 * Runs the connection: signs in with the kept token, sends what waits, reads what is new. Cut off,
 * it keeps trying; whatever a person does meanwhile waits in the outbox.
 */
export function startSync(core: Core, transport: Transport, budget: Budget): Sync {
  const { clock } = core.ports;
  const stopping = new AbortController();
  const stopped = () => stopping.signal.aborted;
  const connection = createConnection(core);
  const spans = createSpans(clock.now);
  const work = { core, transport, connection, stopped, spans };
  const sequels = createSequels(work);
  const parts: Parts = {
    core,
    transport,
    connection,
    lanes: createLanes(work, sequels.run),
    sequels,
    reader: createReader(core, transport, budget),
    pause: createPause(clock),
    ...{ spans, stopped },
    session: { token: null, signedIn: false },
  };
  const running = loop(parts);
  return {
    wake: () => {
      if (parts.session.signedIn) parts.lanes.run();
      core.emit({ view: 'sync' });
    },
    control: controlOf(parts),
    spans: spans.list,
    stop: async () => {
      stopping.abort();
      parts.pause.wake();
      const patience = new Promise<void>((resolve) => void clock.after(STOP_MS, resolve));
      await Promise.race([
        Promise.all([running, parts.lanes.settled(), sequels.settled()]),
        patience,
      ]);
    },
  };
}

async function loop(parts: Parts): Promise<void> {
  const { core, connection, pause } = parts;
  let hasBegun = false;
  while (!parts.stopped()) {
    try {
      // A full disk or a locked keychain can be in the way; it is tried until it is out of it.
      if (!hasBegun) await begin(parts);
      hasBegun = true;
      await turn(parts);
    } catch (cause) {
      if (parts.stopped()) return;
      core.ports.log({ level: 'error', event: 'sync.turn-failed', fault: faultOf(cause) });
      connection.failed({ kind: 'offline', message: 'The sync failed inside Quarterdeck.' });
      await pause.wait(NAP_MS);
    }
  }
}

async function begin({ core, connection, session }: Parts): Promise<void> {
  doubtAll(core.db);
  session.token = await core.ports.secrets.load();
  if (session.token !== null) connection.set('connecting');
  else if (readAccount(core.db) !== null) {
    connection.set('connecting');
    connection.failed(SIGNED_OUT);
  }
}

async function turn(parts: Parts): Promise<void> {
  const { connection, session, lanes, sequels, reader, pause } = parts;
  const closed = connection.closedFor();
  if (session.token === null || closed > 0) return pause.wait(Math.min(closed, NAP_MS));
  if (!session.signedIn) return signIn(parts, session.token);
  lanes.run();
  sequels.run();
  const next = reader.next();
  return next.in > 0 ? pause.wait(Math.min(next.in, NAP_MS)) : readNext(parts, next);
}

async function signIn(parts: Parts, kept: string): Promise<void> {
  const end = parts.spans.begin('sign-in', 'slack');
  const resumed = await parts.transport.resume(kept);
  end(resumed.ok ? 'done' : resumed.error.kind);
  // Another token may have been given, or this one taken back, in the meantime.
  if (parts.session.token !== kept || parts.session.signedIn) return;
  if (!resumed.ok) return failed(parts, resumed.error);
  connected(parts);
}

/** A limit closes nothing else, so the loop itself has to leave the method alone. */
async function failed({ connection, pause }: Parts, trouble: Trouble): Promise<void> {
  connection.failed(trouble);
  if (trouble.kind === 'limited') await pause.wait(trouble.retryAfter);
}

function connected({ core, connection, session, reader, pause }: Parts): void {
  session.signedIn = true;
  connection.worked();
  reader.restart();
  core.emit({ view: 'settings' });
  pause.wake();
}

async function readNext(
  parts: Parts,
  { key, read }: Pick<ReturnType<Reader['next']>, 'key' | 'read'>,
): Promise<void> {
  const end = parts.spans.begin('read', key);
  const done = await read();
  end(done.ok ? 'done' : done.error.kind);
  return done.ok ? parts.connection.worked() : failed(parts, done.error);
}

function controlOf(parts: Parts): SyncControl {
  const { core, transport, connection, reader, pause, session } = parts;
  return {
    connect: async (token, way) => {
      const accepted = await transport.connect(token, way);
      if (!accepted.ok) return accepted;
      session.token = token;
      connection.set('connecting');
      connected(parts);
      return ok(undefined);
    },
    disconnect: async () => {
      session.token = null;
      session.signedIn = false;
      transport.disconnect();
      await core.ports.secrets.clear();
      clearAccount(core.db);
      connection.set('unconnected');
      core.emit({ view: 'settings' });
    },
    retry: (incident) => {
      unpark(core.db, incident);
      transport.retryOwed(incident);
      connection.tryNow();
      reader.restart();
      core.emit({ view: 'sync' });
      if (incident !== null) core.emit({ view: 'incident', incident });
      pause.wake();
    },
    watch: (incident) => {
      if (reader.watch(incident)) pause.wake();
    },
    watchText: (incident) => {
      if (reader.watchText(incident)) pause.wake();
    },
    announceIn: async (name) => {
      const chosen = await transport.announceIn(name);
      if (chosen.ok) reader.restart();
      if (chosen.ok) pause.wake();
      return chosen;
    },
    view: connection.view,
  };
}
