import type { Result } from '#shared/base/result.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/commands.ts';
import type { ContractReply, ContractRequest } from '#shared/contract/envelope.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { QueryInput, QueryName, QueryOutput } from '#shared/contract/queries.ts';

export type Answer<T> = Promise<Result<T, ContractError>>;

/** Asks the engine. The answer is a value: what can go wrong on the way has a code too. */
export type Request = {
  <N extends CommandName>(
    kind: 'command',
    name: N,
    input: CommandInput<N>,
  ): Answer<CommandOutput<N>>;
  <N extends QueryName>(kind: 'query', name: N, input: QueryInput<N>): Answer<QueryOutput<N>>;
};

/** Whether the engine can be reached; `refused` when it does not know this page any more. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  | { readonly kind: 'closed'; readonly reason: 'stopped' | 'refused' };

/** The way to the engine, the same for a window of Electron and for a tab of a browser. */
export type Transport = {
  readonly request: Request;
  readonly subscribe: (listener: (event: ContractEvent) => void) => () => void;
  readonly connection: () => Connection;
  readonly onConnection: (listener: (connection: Connection) => void) => () => void;
};

/** Carries one message; what it resolves to was checked by the engine that made it. */
export type Carry = (request: ContractRequest) => Promise<ContractReply>;

/** The engine is not there. What was asked may or may not have been done. */
export const ENGINE_STOPPED: ContractError = {
  code: 'engine_stopped',
  message: 'Not saved: Quarterdeck has stopped.',
  hint: 'Start it again, then try once more. What you typed stays here.',
};

/** Numbers the requests and reads the replies. */
export function createRequest(carry: Carry): Request {
  let last = 0;
  const ask = async (kind: ContractRequest['kind'], name: string, input: unknown) => {
    last += 1;
    const reply = await carry({ id: last, kind, name, input });
    if (reply.type === 'result') return { ok: true, value: reply.output };
    return { ok: false, error: reply.type === 'error' ? reply.error : ENGINE_STOPPED };
  };
  // The contract joins a name with its types; the engine holds both sides to it.
  return ask as Request;
}
