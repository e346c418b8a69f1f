import { type Answer, badArguments, missingScope, SlackError } from './answer.ts';
import type { Arguments } from './arguments.ts';
import { authMethods } from './auth-methods.ts';
import { bookmarkMethods } from './bookmark-methods.ts';
import { channelLists } from './channel-lists.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { directMethods } from './direct-methods.ts';
import { fileMethods } from './file-methods.ts';
import { historyMethods } from './history-methods.ts';
import { membershipMethods } from './membership-methods.ts';
import type { Token } from './model.ts';
import { OAUTH_METHODS } from './oauth-methods.ts';
import { pinMethods } from './pin-methods.ts';
import { reactionMethods } from './reaction-methods.ts';
import { FILES } from './request.ts';
import { lacking, type Scopes } from './scopes.ts';
import { userMethods } from './user-methods.ts';
import type { Call, MethodEntry, World } from './world.ts';

const METHODS: ReadonlyMap<string, MethodEntry> = new Map(
  Object.entries({
    ...authMethods,
    ...userMethods,
    ...channelLists,
    ...conversationMethods,
    ...membershipMethods,
    ...directMethods,
    ...historyMethods,
    ...chatMethods,
    ...reactionMethods,
    ...pinMethods,
    ...bookmarkMethods,
    ...fileMethods,
  }),
);

/** What a method asks tokens for; null when there is no such method. */
export const scopesOf = (method: string): Scopes | null => METHODS.get(method)?.scopes ?? null;

/** A call by name, before anything about it is known to be right. */
export type Named = {
  readonly method: string;
  readonly token: string | null;
  readonly args: Arguments;
  readonly origin: string;
  readonly asOf: number;
};

/** Runs a method: unknown ones, bad tokens and missing scopes are refused as Slack refuses them. */
export function answerTo(world: World, { method, token, ...asked }: Named): Answer {
  return refusalsAsAnswers(() => {
    const open = OAUTH_METHODS.get(method);
    if (open !== undefined) return open(world, asked.args);
    const entry = METHODS.get(method);
    if (entry === undefined) throw new SlackError('unknown_method', { req_method: method });
    return run(world, entry, { token: tokenOf(world, token), ...asked });
  });
}

function refusalsAsAnswers(work: () => Answer): Answer {
  try {
    return { ok: true, ...work() };
  } catch (cause) {
    if (cause instanceof SlackError) return { ok: false, error: cause.code, ...cause.extra };
    throw cause;
  }
}

/** The token a call shows. Throws Slack's code for one that is not good. */
export function tokenOf(world: World, given: string | null): Token {
  if (given === null || given === '') throw new SlackError('not_authed');
  const token = world.tokens.get(given);
  if (token === undefined) throw new SlackError('invalid_auth');
  if (token.ended !== null) throw new SlackError(token.ended);
  const { expiresAt } = token;
  if (expiresAt !== null && world.clock.now() >= expiresAt) throw new SlackError('token_expired');
  if (world.users.get(token.user)?.deleted === true) throw new SlackError('account_inactive');
  return token;
}

type Asked = Pick<Call, 'token' | 'args' | 'origin' | 'asOf'>;

function run(world: World, entry: MethodEntry, asked: Asked): Answer {
  const { token, args } = asked;
  const needed = lacking(entry.scopes, token);
  if (needed !== null) throw missingScope(needed, token);
  const missing = entry.required?.find((name) => (args[name] ?? '') === '');
  if (missing !== undefined) throw badArguments(`missing required field: ${missing}`);
  return entry.run({ world, scopes: entry.scopes, ...asked });
}

/** Runs a method for somebody without asking for a token. Throws what Slack refuses. */
export function runFor(world: World, token: Token, method: string, args: Arguments): Answer {
  const entry = METHODS.get(method);
  if (entry === undefined) throw new SlackError('unknown_method');
  return run(world, entry, { token, args, origin: FILES, asOf: Number.POSITIVE_INFINITY });
}
