import type { ContractReply, ContractRequest } from '#shared/contract/envelope.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import { createListeners } from './listeners.ts';
import { type Connection, createRequest, ENGINE_STOPPED, type Transport } from './transport.ts';

/** What a socket tells. */
export type SocketListener = {
  readonly opened: () => void;
  readonly heard: (text: string) => void;
  /** It has closed, or never opened. */
  readonly closed: () => void;
};

export type LoopbackPorts = {
  /** Opens a socket; what it returns sends a text. */
  readonly openSocket: (listener: SocketListener) => (text: string) => void;
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
  /** What somebody quick asked before the first socket was open. */
  let early: string[] = [];
  let connection: Connection = { kind: 'connecting' };
  let send: ((text: string) => void) | null = null;
  let failures = 0;

  const enter = (next: Connection) => {
    connection = next;
    changes.tell(next);
  };

  const connect = () => {
    const sendHere = ports.openSocket({
      opened: () => {
        send = sendHere;
        failures = 0;
        for (const text of early) sendHere(text);
        early = [];
        enter({ kind: 'open' });
      },
      heard: (text) => {
        const reply = JSON.parse(text) as ContractReply;
        if (reply.type === 'event') return events.tell(reply.event);
        pending.get(reply.id)?.(reply);
        pending.delete(reply.id);
      },
      closed: () => {
        const wasOpen = send === sendHere;
        send = null;
        for (const [id, settle] of pending) settle({ type: 'error', id, error: ENGINE_STOPPED });
        pending.clear();
        early = [];
        if (wasOpen) retry();
        else void retryIfKnown();
      },
    });
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
      if (send === null && connection.kind !== 'connecting') {
        return resolve({ type: 'error', id: request.id, error: ENGINE_STOPPED });
      }
      pending.set(request.id, resolve);
      const text = JSON.stringify(request);
      if (send === null) early.push(text);
      else send(text);
    });

  return {
    request: createRequest(carry),
    subscribe: events.add,
    connection: () => connection,
    onConnection: changes.add,
  };
}
