import { Worker } from 'node:worker_threads';
import { type Fault, faultLine, faultOf } from '#shared/base/fault.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ContractReply } from '#shared/contract/envelope.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { ShellViewT } from '#shared/contract/views/shell.ts';
import { cannotStart } from '../engine/store/cannot-start.ts';
import { makeFolder } from '../engine/store/folder.ts';
import { type CodeOf, carryFetches } from './carried-fetch.ts';
import { logFile } from './log-file.ts';
import type { FromWorker, SecretName, ToWorker, WorkerSetup } from './protocol.ts';

/** Keeps a token, or forgets it (null). May refuse: the reason is for the person. */
export type KeepToken = (token: string | null, name: SecretName) => Promise<void>;

/** A network that only the shell can use. */
export type Network = { readonly fetch: typeof globalThis.fetch; readonly codeOf: CodeOf };

/** The engine, seen from its shell. */
export type EngineLink = {
  /** Hands one request of a page on. Always answers, even when the engine dies under it. */
  readonly request: (raw: unknown) => Promise<ContractReply>;
  readonly subscribe: (listener: (event: ContractEvent) => void) => () => void;
  /** Tells what the shell can do on this computer; Settings shows it. */
  readonly report: (shell: ShellViewT) => void;
  /** Flushes and closes the profile. */
  readonly stop: () => Promise<void>;
  /** Resolves when the engine has ended: null when it was stopped, else what it died of. */
  readonly ended: Promise<string | null>;
};

const STOPPED = contractError(
  'engine_stopped',
  'Quarterdeck stopped before this was done.',
  'Start it again. What was confirmed before is safe.',
);

const NO_REQUEST = contractError('unknown_request', 'This is not a request of the contract.');

/** How long an engine may take to end. What it confirmed is on disk, so it is safe to cut it off. */
const STOP_MS = 5_000;

/**
 * Starts the engine in its worker thread.
 * @param entry the worker's file: TypeScript in a checkout, bundled in the packaged app
 * @param network makes the engine's requests; absent: Node's own, by the environment
 */
export function startEngineWorker(
  setup: WorkerSetup,
  keepToken: KeepToken,
  entry: URL,
  network?: Network,
): Promise<Result<EngineLink, ContractError>> {
  const folder = makeFolder(setup.profile);
  if (!folder.ok) return Promise.resolve(err(cannotStart(setup.profile, folder.error)));
  const worker = new Worker(entry, {
    workerData: { ...setup, carriesFetch: network !== undefined },
  });
  const say = (message: ToWorker) => worker.postMessage(message);
  const requests = openRequests(say);
  const carry = network && carryFetches(network.fetch, network.codeOf, say);
  const listeners = new Set<(event: ContractEvent) => void>();
  const death = deathOf(worker);
  const ended = death.then((fault) => (fault === null ? null : faultLine(fault)));
  void death.then((fault) => {
    requests.abandon();
    if (fault !== null) logFile(setup.profile)({ level: 'error', event: 'engine.died', fault });
  });
  let stopped: Promise<unknown> | null = null;
  const link: EngineLink = {
    request: requests.send,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    report: (shell) => say({ type: 'shell', shell }),
    stop: async () => {
      stopped ??= stop(worker, ended);
      await stopped;
    },
    ended,
  };
  return new Promise((resolve) => {
    void ended.then((cause) => resolve(err(couldNotRun(cause))));
    worker.on('message', (message: FromWorker) => {
      switch (message.type) {
        case 'started':
          return resolve(ok(link));
        case 'refused':
          // It ends by itself, in good order: nothing has died.
          return resolve(err(message.error));
        case 'reply':
          return requests.settle(message.seq, message.reply);
        case 'event':
          for (const listener of listeners) listener(message.event);
          return;
        case 'fetch':
        case 'fetch-ended':
          return carry?.(message);
        case 'keep-secret':
          return void keep(keepToken, message).then(say);
      }
    });
  });
}

async function stop(worker: Worker, ended: Promise<unknown>): Promise<void> {
  worker.postMessage({ type: 'stop' } satisfies ToWorker);
  const late = setTimeout(() => void worker.terminate(), STOP_MS);
  await ended;
  clearTimeout(late);
}

/** What was asked and not answered yet. */
function openRequests(say: (message: ToWorker) => void) {
  const waiting = new Map<number, { raw: unknown; answer: (reply: ContractReply) => void }>();
  let seq = 0;
  let isOver = false;
  return {
    send: (raw: unknown): Promise<ContractReply> => {
      if (isOver) return Promise.resolve(stoppedReply(raw));
      return new Promise((answer) => {
        seq += 1;
        waiting.set(seq, { raw, answer });
        try {
          say({ type: 'request', seq, raw });
        } catch {
          // It cannot be carried over: a list in a list in a list, a hundred thousand deep.
          waiting.delete(seq);
          answer({ type: 'error', id: idOf(raw), error: NO_REQUEST });
        }
      });
    },
    settle: (answered: number, reply: ContractReply) => {
      waiting.get(answered)?.answer(reply);
      waiting.delete(answered);
    },
    /** Nobody will answer any more: those who wait are told. */
    abandon: () => {
      isOver = true;
      for (const { raw, answer } of waiting.values()) answer(stoppedReply(raw));
      waiting.clear();
    },
  };
}

function stoppedReply(raw: unknown): ContractReply {
  return { type: 'error', id: idOf(raw), error: STOPPED };
}

/** The number of a request, as far as it has one. */
function idOf(raw: unknown): number {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : -1;
  return typeof id === 'number' ? id : -1;
}

/** What a worker died of, without the message: it may quote what a person wrote. */
function deathOf(worker: Worker): Promise<Fault | null> {
  let fault: Fault | null = null;
  worker.on('error', (thrown: unknown) => {
    fault = faultOf(thrown);
  });
  return new Promise((resolve) => {
    worker.once('exit', (code) => resolve(code === 0 ? null : (fault ?? exitFault(code))));
  });
}

const exitFault = (code: number): Fault => ({ name: 'exit', code: String(code), stack: [] });

function couldNotRun(cause: string | null): ContractError {
  return contractError(
    'internal',
    `Quarterdeck's engine could not run: ${cause ?? 'it ended at once'}.`,
  );
}

async function keep(
  keepToken: KeepToken,
  { seq, name, token }: Extract<FromWorker, { type: 'keep-secret' }>,
): Promise<ToWorker> {
  try {
    await keepToken(token, name);
    return { type: 'secret-kept', seq, problem: null };
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    return { type: 'secret-kept', seq, problem };
  }
}
