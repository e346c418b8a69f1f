import { err, ok, type Result } from '#shared/base/result.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/commands.ts';
import { ReplySchema } from '#shared/contract/envelope.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { QueryInput, QueryName, QueryOutput } from '#shared/contract/queries.ts';

/** Carries one request to an engine, and its reply back. */
export type Ask = (raw: unknown) => Promise<unknown>;

/** The contract by its types, for those on this side who ask as a page does. */
export type Asking = {
  readonly command: <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ) => Promise<Result<CommandOutput<N>, ContractError>>;
  readonly query: <N extends QueryName>(
    name: N,
    input: QueryInput<N>,
  ) => Promise<Result<QueryOutput<N>, ContractError>>;
};

/** An ask that fails, or is answered with what is no reply, is an engine that ended. */
export function asking(ask: Ask): Asking {
  const request = async (kind: string, name: string, input: unknown) => {
    try {
      const reply = ReplySchema.parse(await ask({ id: 1, kind, name, input }));
      if (reply.type === 'result') return ok(reply.output);
      return err(reply.type === 'error' ? reply.error : NOT_ANSWERED);
    } catch {
      return err(NOT_ANSWERED);
    }
  };
  // The engine checks each answer against the contract before it leaves.
  return {
    command: (name, input) => request('command', name, input) as never,
    query: (name, input) => request('query', name, input) as never,
  };
}

const NOT_ANSWERED = contractError(
  'engine_stopped',
  'Quarterdeck closed before this was answered.',
  'Look whether it was done, or try again.',
);
