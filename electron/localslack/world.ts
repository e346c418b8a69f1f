import type { Answer } from './answer.ts';
import type { Arguments } from './arguments.ts';
import type { Channel, Clock, Team, Token, User } from './model.ts';

/** The state that methods read and change. */
export type World = {
  readonly clock: Clock;
  readonly random: () => number;
  readonly team: Team;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly tokens: Map<string, Token>;
  readonly metadataMax: number;
  /** How long history lags behind a post, in ms. */
  readonly lag: () => number;
};

/** One call as a method sees it. */
export type Call = { readonly world: World; readonly token: Token; readonly args: Arguments };
type Method = (call: Call) => Answer;
/** A method and the scopes of which one is needed; none for those that need none. */
export type MethodEntry = { readonly scopes: readonly string[]; readonly run: Method };
export type MethodTable = Readonly<Record<string, MethodEntry>>;
