// The engine owns all state. It knows neither Electron nor the DOM: shells and tests give it ports.

import Sqlite from 'better-sqlite3';
import { faultOf } from '#shared/base/fault.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractReply, RequestSchema } from '#shared/contract/envelope.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { SyncStateT } from '#shared/contract/views.ts';
import { slackEntryId } from '#shared/domain/timeline.ts';
import type { Reader } from '#shared/export/read-record.ts';
import { deviceOf } from './account.ts';
import { createBundles } from './bundle/bundles.ts';
import { type Context, writeJournal } from './context.ts';
import { startCurator, type Take } from './curate/curator.ts';
import { createFolder } from './folder/folder.ts';
import { createGitHub } from './github/github.ts';
import { dispatch } from './handlers/dispatch.ts';
import type { HandlerContext } from './handlers/handler.ts';
import { DAMAGED } from './handlers/storage-notice.ts';
import { type Journal, openJournal } from './log/journal.ts';
import { rebuild } from './log/rebuild.ts';
import { knownOfJournal, noteReconciled, reconcile } from './log/reconcile.ts';
import { startNews } from './news/news.ts';
import { startNudges } from './nudges/nudges.ts';
import type { EnginePorts, LogLine } from './ports.ts';
import { createPostMortems } from './postmortem/post-mortems.ts';
import { readOnlyContext } from './readonly.ts';
import { incidentsLike } from './search/like-before.ts';
import { search } from './search/search.ts';
import { createSignIn } from './slack/sign-in.ts';
import { slackTransport } from './slack/transport.ts';
import { cannotStart } from './store/cannot-start.ts';
import { closeDatabase, type Db, inTransaction, openDatabase } from './store/database.ts';
import { isDamage } from './store/database-file.ts';
import { tidyImages } from './store/image-files.ts';
import { NEWER_PROFILE } from './store/migrate.ts';
import { beginSession } from './store/old-copy.ts';
import { rebuildIsDone, rebuildIsDue } from './store/rebuild-due.ts';
import {
  createSlowStatements,
  type SlowStatements,
  statementName,
} from './store/slow-statements.ts';
import { createBudget } from './sync/budget.ts';
import { createCallTally } from './sync/call-tally.ts';
import { startSync } from './sync/sync.ts';
import { startUpkeep } from './upkeep.ts';

export type Engine = {
  /** Answers one request from a page, which is not trusted. Never rejects. */
  readonly handle: (raw: unknown) => Promise<ContractReply>;
  readonly subscribe: (listener: (event: ContractEvent) => void) => () => void;
  /** Ends the sync, flushes and closes the file. */
  readonly stop: () => Promise<void>;
};

/** Opens the profile and starts the sync. */
export async function startEngine(ports: EnginePorts): Promise<Result<Engine, ContractError>> {
  const startedAt = ports.clock.now();
  const opened = openDatabase(ports.profile, { slow: slowStatements(ports) });
  if (!opened.ok) return opened;
  const db = opened.value;
  if (db.opening.isNewer) return ok(readingEngine(ports, db));
  const listeners = new Set<(event: ContractEvent) => void>();
  const emit = (event: ContractEvent) => {
    for (const listener of listeners) listener(event);
  };
  const readied = readyLog(ports, db);
  if (!readied.ok) {
    closeDatabase(db);
    return readied;
  }
  const { device, journal } = readied.value;
  readyImages(ports, db);
  const core = { ports, db, device, emit };
  const budget = createBudget(core);
  const tally = createCallTally(ports.clock.now, budget.meter);
  const sync = startSync(core, slackTransport(core, tally.meter), budget);
  const signIn = createSignIn(core, sync.control.connect, tally.meter);
  const upkeep = startUpkeep(core, () => isConnected(sync.control.view().state));
  const nudges = startNudges(core);
  const news = startNews(core);
  listeners.add(nudges.heard);
  listeners.add(news.heard);
  listeners.add((event) => postMortems.heard(event));
  const writing = { ...core, journal, wake: sync.wake };
  const postMortems = createPostMortems(writing);
  const gitHub = createGitHub(writing);
  const folder = createFolder(
    core,
    readerOf(() => context),
  );
  listeners.add(folder.heard);
  const context: HandlerContext = {
    ...{ ...writing, sync: sync.control, signIn, postMortems, gitHub, folder },
    search: (typed, limit, within) => search(db, typed, limit, within),
    alike: (incident) => incidentsLike(db, incident),
    bundles: createBundles(core),
    nudges: nudges.control,
    calls: tally.use,
    figures: { startedAt, spans: sync.spans, budget: budget.use },
  };
  const curator = startCurator(core, takeOver(context));
  listeners.add(curator.heard);
  ports.log({ level: 'info', event: 'engine.started' });
  return ok({
    handle: (raw) => handle(context, raw),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      for (const part of [nudges, news, curator, signIn]) part.stop();
      // What it makes of the last words goes out with the rest, while the sync winds down.
      await postMortems.stop();
      await Promise.all([sync.stop(), upkeep.stop(), gitHub.stop(), folder.stop()]);
      listeners.clear();
      closeJournal(journal, ports);
      closeDatabase(db);
      ports.log({ level: 'info', event: 'engine.stopped' });
    },
  });
}

/** What holds up everybody is in the log too, as often as it does. */
function slowStatements({ clock, log }: EnginePorts): SlowStatements {
  return createSlowStatements(clock.now, ({ sql }, ms) => {
    log({ level: 'warn', event: 'store.slow', detail: { statement: statementName(sql), ms } });
  });
}

/** Asks as a page would. */
function readerOf(context: () => HandlerContext): Reader {
  return {
    query: async (name, input) => {
      const reply = await dispatch(context(), { id: 0, kind: 'query', name, input });
      if (reply.type === 'result') return ok(reply.output) as never;
      return err(reply.type === 'error' ? reply.error : failure(reply.event));
    },
  };
}

/** Takes a message over as a person would, by the same commands. */
function takeOver(context: HandlerContext): Take {
  return async (incident, { channel, ts }, marker) => {
    const ask = (name: string, input: object) =>
      dispatch(context, { id: 0, kind: 'command', name, input });
    const taken = await ask('entry.curate', { incident, ts });
    if (taken.type !== 'result') return;
    const line = { kind: 'note', id: slackEntryId(channel, ts) };
    await ask('line.mark', { incident, line, marker });
  };
}

const isConnected = (state: SyncStateT) => state === 'synced' || state === 'syncing';

/** Shows what a newer version wrote, and leaves it as it is. */
function readingEngine(ports: EnginePorts, db: Db): Engine {
  const context = readOnlyContext({ ports, db });
  ports.log({ level: 'warn', event: 'engine.reading-only' });
  return {
    handle: (raw) => handle(context, raw),
    subscribe: () => () => undefined,
    stop: async () => closeDatabase(db),
  };
}

type Readied = Pick<Context, 'device' | 'journal'>;

/** Opens the journal and brings it and the database together; the words when the disk refuses. */
function readyLog(ports: EnginePorts, db: Db): Result<Readied, ContractError> {
  let journal: Journal | null = null;
  try {
    beginSession(db);
    rebuildIfDue(db);
    const device = deviceOf(db, ports.random);
    journal = openJournal(ports.profile, knownOfJournal(db));
    recover({ ports, db, device, journal });
    return ok({ device, journal });
  } catch (cause) {
    if (journal !== null) closeJournal(journal, ports);
    ports.log(failureLine('start', cause));
    return err(cannotStart(ports.profile, cause));
  }
}

/** What the disk refuses of the images is for the next start: nothing else waits for it. */
function readyImages(ports: EnginePorts, db: Db): void {
  try {
    tidyImages(db, ports.clock.now());
  } catch (cause) {
    ports.log(failureLine('images', cause));
  }
}

/** After a migration that gave the derived tables another shape. */
function rebuildIfDue(db: Db): void {
  if (!rebuildIsDue(db)) return;
  inTransaction(db, () => {
    rebuild(db, null);
    rebuildIsDone(db);
  });
}

/** Makes good what a lost or replaced database, or a crash, took from one of the two records. */
function recover({
  ports,
  db,
  device,
  journal,
}: Pick<Context, 'ports' | 'db' | 'device' | 'journal'>): void {
  const { toDatabase, unwritten } = reconcile(db, journal, device, ports.clock.now());
  writeJournal({ journal, ports }, unwritten);
  noteReconciled(db, journal);
  const { damaged } = journal;
  const toJournal = unwritten.length;
  if (toDatabase + toJournal + damaged === 0) return;
  const detail = { toDatabase, toJournal, damaged };
  ports.log({ level: 'warn', event: 'journal.reconciled', detail });
}

/** What the journal could not write stands in the database, and is written at the next start. */
function closeJournal(journal: Journal, ports: EnginePorts): void {
  try {
    journal.close();
  } catch (cause) {
    ports.log(failureLine('stop', cause));
  }
}

async function handle(
  context: Parameters<typeof dispatch>[0],
  raw: unknown,
): Promise<ContractReply> {
  const request = RequestSchema.safeParse(raw);
  if (!request.success) {
    const error = contractError('unknown_request', 'This is not a request of the contract.');
    return { type: 'error', id: -1, error };
  }
  const { id, kind, name } = request.data;
  const { isNewer } = context.db.opening;
  if (isNewer && kind === 'command') return { type: 'error', id, error: NEWER_PROFILE };
  try {
    return await dispatch(context, request.data);
  } catch (cause) {
    context.ports.log(failureLine(name, cause));
    // What it does not understand of a newer version's tables is no failure of the disk.
    return { type: 'error', id, error: isNewer ? NEWER_PROFILE : failure(cause) };
  }
}

const DISK_FULL = contractError(
  'storage_full',
  'Not saved: the disk is full.',
  'Free some space, then try again.',
);

/** The disk's own failures have words; anything else that throws is our bug and says so. */
function failure(cause: unknown): ContractError {
  if (isDamage(cause)) return contractError('storage_failed', DAMAGED.message, DAMAGED.hint);
  if (cause instanceof Sqlite.SqliteError) {
    return cause.code === 'SQLITE_FULL'
      ? DISK_FULL
      : contractError(
          'storage_failed',
          `Not saved: the data file cannot be written (${cause.code}).`,
          'Keep this window open, check the disk, then try again.',
        );
  }
  const code = codeOf(cause);
  if (/^(ENOSPC|EDQUOT)$/.test(code)) return DISK_FULL;
  if (/^(EACCES|EPERM|EROFS|EIO|EMFILE)$/.test(code)) {
    return contractError(
      'storage_failed',
      `Not saved: the data folder cannot be written (${code}).`,
      'Keep this window open, check the disk, then try again.',
    );
  }
  return contractError(
    'internal',
    'Quarterdeck failed to do this. What you had before is safe.',
    'Try again. If it stays, see the log in the data folder.',
  );
}

/** The code that SQLite or the system gave a failure. */
const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';

function failureLine(request: string, cause: unknown): LogLine {
  return { level: 'error', event: 'request.failed', detail: { request }, fault: faultOf(cause) };
}
