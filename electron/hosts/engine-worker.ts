import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ContractReply } from '#shared/contract/envelope.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { FromWorker, ToWorker, WorkerSetup } from './protocol.ts';

/** Keeps a token, or forgets it (null). May refuse: the reason is for the person. */
export type KeepToken = (token: string | null) => Promise<void>;

/** The engine, seen from its shell. */
export type EngineLink = {
  /** Hands one request of a page on. Always answers, even when the engine dies under it. */
  readonly request: (raw: unknown) => Promise<ContractReply>;
  readonly subscribe: (listener: (event: ContractEvent) => void) => () => void;
  /** Flushes and closes the profile. */
  readonly stop: () => Promise<void>;
  /** Resolves when the engine has ended, expected or not. */
  readonly ended: Promise<void>;
};

const STOPPED = contractError(
  'engine_stopped',
  'Quarterdeck stopped before this was done.',
  'Start it again. What was confirmed before is safe.',
);

/**
 * Starts the engine in its worker thread.
 * @param entry the worker's file: TypeScript in a checkout, bundled in the packaged app
 */
export function startEngineWorker(
  setup: WorkerSetup,
  keepToken: KeepToken,
  entry: URL,
): Promise<Result<EngineLink, ContractError>> {
  const worker = new Worker(entry, { workerData: setup });
  const say = (message: ToWorker) => worker.postMessage(message);
  const waiting = new Map<
    number,
    { readonly raw: unknown; answer: (reply: ContractReply) => void }
  >();
  const listeners = new Set<(event: ContractEvent) => void>();
  let seq = 0;
  let over = false;
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      over = true;
      for (const { raw, answer } of waiting.values()) answer(stoppedReply(raw));
      waiting.clear();
      resolve();
    });
  });
  const link: EngineLink = {
    request: (raw) => {
      if (over) return Promise.resolve(stoppedReply(raw));
      return new Promise((answer) => {
        seq += 1;
        waiting.set(seq, { raw, answer });
        say({ type: 'request', seq, raw });
      });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      if (!over) say({ type: 'stop' });
      await ended;
    },
    ended,
  };
  return new Promise((resolve) => {
    worker.on('message', (message: FromWorker) => {
      switch (message.type) {
        case 'started':
          resolve(ok(link));
          break;
        case 'refused':
          resolve(err(message.error));
          void worker.terminate();
          break;
        case 'reply':
          waiting.get(message.seq)?.answer(message.reply);
          waiting.delete(message.seq);
          break;
        case 'event':
          for (const listener of listeners) listener(message.event);
          break;
        case 'keep-secret':
          void answerSecret(keepToken, message, say);
          break;
        case 'stopped':
          break;
      }
    });
    worker.once('error', (cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      resolve(err(contractError('internal', `Quarterdeck's engine could not run: ${why}`)));
    });
  });
}

async function answerSecret(
  keepToken: KeepToken,
  message: { readonly seq: number; readonly token: string | null },
  say: (message: ToWorker) => void,
): Promise<void> {
  try {
    await keepToken(message.token);
    say({ type: 'secret-kept', seq: message.seq, problem: null });
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    say({ type: 'secret-kept', seq: message.seq, problem });
  }
}

function stoppedReply(raw: unknown): ContractReply {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? Number(raw.id) : -1;
  return { type: 'error', id, error: STOPPED };
}
