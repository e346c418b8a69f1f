import type { z } from 'zod';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CommandName, Commands } from '#shared/contract/commands.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { Queries, QueryName } from '#shared/contract/queries.ts';
import type { Context } from '../context.ts';
import type {
  Bundles,
  CallUse,
  Figures,
  GitHub,
  LookForAlike,
  Nudges,
  OpenFolder,
  PostMortems,
  Search,
  SignInControl,
  SyncControl,
} from '../controls.ts';
import { incidentById, type LedIncident } from '../store/incidents.ts';

export type Answer<T> = Result<T, ContractError>;

/** What a handler works with: the engine's context, the sync's controls and the search. */
export type HandlerContext = Context & {
  readonly sync: SyncControl;
  readonly signIn: SignInControl;
  readonly search: Search;
  readonly alike: LookForAlike;
  readonly bundles: Bundles;
  readonly nudges: Nudges;
  readonly postMortems: PostMortems;
  readonly gitHub: GitHub;
  readonly folder: OpenFolder;
  /** The calls of Slack's that were made since the start. */
  readonly calls: () => readonly CallUse[];
  readonly figures: Figures;
};

export type CommandHandlers = {
  readonly [N in CommandName]: (
    context: HandlerContext,
    input: z.output<Commands[N]['input']>,
  ) => Answer<z.input<Commands[N]['output']>> | Promise<Answer<z.input<Commands[N]['output']>>>;
};

/** The commands about one thing: `CommandsOf<'action'>` are those named `action.…`. */
export type CommandsOf<Thing extends string> = Pick<
  CommandHandlers,
  Extract<CommandName, `${Thing}.${string}`>
>;

export type QueryHandlers = {
  readonly [N in QueryName]: (
    context: HandlerContext,
    input: z.output<Queries[N]['input']>,
  ) => Answer<z.input<Queries[N]['output']>> | Promise<Answer<z.input<Queries[N]['output']>>>;
};

/** The answer of a command that has nothing to tell but that it is done. */
export const DONE = ok({});
export type Done = Record<string, never>;

/** The incident a request is about, or the words for its absence. */
export function findIncident(context: Context, id: IncidentId): Answer<LedIncident> {
  const incident = incidentById(context.db, id);
  return incident === null
    ? err(
        contractError(
          'not_found',
          'This incident is not on this desktop.',
          'It may still be on its way from Slack. Go back to the Desk.',
        ),
      )
    : ok(incident);
}
