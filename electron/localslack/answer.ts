import type { Token } from './model.ts';

/** What a method answers: Slack's own fields beside `ok`. */
export type Answer = Readonly<Record<string, unknown>>;

/** An answer with `ok: false`: one of Slack's error codes. Thrown by methods, caught in one place. */
export class SlackError extends Error {
  readonly code: string;
  readonly extra: Answer;
  constructor(code: string, extra: Answer = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

/** What a test or a developer named is not in this workspace: told in words, not in a code of Slack's. */
export class NotThere extends Error {}

/** The refusal of a token that may not do this. */
export function missingScope(needed: string, token: Token): SlackError {
  return new SlackError('missing_scope', { needed, provided: token.scopes.join(',') });
}

/** The refusal of arguments that cannot be understood, with Slack's line for the developer. */
export function badArguments(line: string, code = 'invalid_arguments'): SlackError {
  return new SlackError(code, { response_metadata: { messages: [`[ERROR] ${line}`] } });
}
