import type { ContractReply, ContractRequest } from '#shared/contract/envelope.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import { createListeners } from './listeners.ts';
import { type Connection, createRequest, ENGINE_STOPPED, type Transport } from './transport.ts';

/** The part of a browser's WebSocket that is used here. */
export type Socket = {
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: (() => void) | null;
  send(text: string): void;
};

export type LoopbackPorts = {
  readonly openSocket: () => Socket;
  /** The token of the page's address, taken out of it; null when there is none. */
  readonly takeToken: () => string | null;
  /** Trades a token for the session's cookie. */
  readonly trade: (token: string) => Promise<void>;
  /** Whether the shell knows this page; rejects when nobody answers. */
  readonly isKnown: () => Promise<boolean>;
  readonly after: (ms: number, task: () => void) => void;
  /** Uniform in [0, 1). */
  readonly random: () => number;
};

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5_000;

/** Reaches the engine through the WebSocket of the loopback shell, again and again if it must. */
export function loopbackTransport(ports: LoopbackPorts): Transport {
  const events = createListeners<ContractEvent>();
  const changes = createListeners<Connection>();
  const pending = new Map<number, (reply: ContractReply) => void>();
  let connection: Connection = { kind: 'connecting' };
  let socket: Socket | null = null;
  let failures = 0;

  const enter = (next: Connection) => {
    connection = next;
    changes.tell(next);
  };

  const connect = () => {
    const opening = ports.openSocket();
    opening.onopen = () => {
      socket = opening;
      failures = 0;
      enter({ kind: 'open' });
    };
    opening.onmessage = (event) => {
      const reply = JSON.parse(String(event.data)) as ContractReply;
      if (reply.type === 'event') return events.tell(reply.event);
      pending.get(reply.id)?.(reply);
      pending.delete(reply.id);
    };
    opening.onclose = () => {
      const wasOpen = socket === opening;
      socket = null;
      for (const [id, settle] of pending) settle({ type: 'error', id, error: ENGINE_STOPPED });
      pending.clear();
      if (wasOpen) retry();
      else void retryIfKnown();
    };
  };

  /** A browser does not say why a socket did not open, so the shell is asked in another way. */
  const retryIfKnown = async () => {
    if (await ports.isKnown().catch(() => true)) retry();
    else enter({ kind: 'closed', reason: 'refused' });
  };

  const retry = () => {
    enter({ kind: 'closed', reason: 'stopped' });
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
    failures += 1;
    ports.after(wait * (0.5 + ports.random() / 2), connect);
  };

  const start = async () => {
    const token = ports.takeToken();
    // A used token is no reason to give up: this browser may hold the cookie it was traded for.
    if (token !== null) await ports.trade(token).catch(() => undefined);
    connect();
  };
  void start();

  const carry = (request: ContractRequest) =>
    new Promise<ContractReply>((resolve) => {
      if (socket === null) {
        return resolve({ type: 'error', id: request.id, error: ENGINE_STOPPED });
      }
      pending.set(request.id, resolve);
      socket.send(JSON.stringify(request));
    });

  return {
    request: createRequest(carry),
    subscribe: events.add,
    connection: () => connection,
    onConnection: changes.add,
  };
}
