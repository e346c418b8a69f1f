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
