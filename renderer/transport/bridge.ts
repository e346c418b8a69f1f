import type { ContractReply, ContractRequest } from '#shared/contract/envelope.ts';
import { createListeners } from './listeners.ts';
import { type Connection, createRequest, ENGINE_STOPPED, type Transport } from './transport.ts';

/** What Electron's preload script puts on `window.quarterdeck`. */
export type Bridge = {
  readonly request: (request: ContractRequest) => Promise<ContractReply>;
  /** Hears what the engine says unasked. */
  readonly subscribe: (listener: (reply: ContractReply) => void) => () => void;
};

/** Reaches the engine through Electron. The main process knows whether the engine lives. */
export function bridgeTransport(bridge: Bridge): Transport {
  const changes = createListeners<Connection>();
  let connection: Connection = { kind: 'open' };
  const enter = (next: Connection) => {
    if (next.kind === connection.kind) return;
    connection = next;
    changes.tell(next);
  };
  const carry = async (request: ContractRequest): Promise<ContractReply> => {
    const reply = await bridge.request(request).catch(() => stopped(request.id));
    const isStopped = reply.type === 'error' && reply.error.code === 'engine_stopped';
    enter(isStopped ? { kind: 'closed', reason: 'stopped' } : { kind: 'open' });
    return reply;
  };
  return {
    request: createRequest(carry),
    subscribe: (listener) =>
      bridge.subscribe((reply) => {
        if (reply.type === 'event') listener(reply.event);
      }),
    connection: () => connection,
    onConnection: changes.add,
  };
}

function stopped(id: number): ContractReply {
  return { type: 'error', id, error: ENGINE_STOPPED };
}
