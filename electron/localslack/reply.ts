/** A reply as it goes over the wire, and how it went for those who count calls. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** `ok`, Slack's code, or the status. */
  readonly told: string;
  /** The seconds a limit asked to wait, however it said so. */
  readonly retryAfter?: number;
};

/** A reply, and how it comes. */
export type Answered = {
  readonly kind: 'reply';
  readonly reply: Reply;
  /** In ms. */
  readonly delay: number;
  /** The connection breaks when this many bytes of the body have come. */
  readonly breaksAt?: number;
  /** The body comes in pieces of some bytes, each some ms after the one before. */
  readonly pace?: { readonly bytes: number; readonly ms: number };
};

/** What became of a call: a reply, or a network that failed before or after Slack did its part. */
export type Outcome = Answered | { readonly kind: 'drop' } | { readonly kind: 'hang' };

export const answered = (reply: Reply, delay = 0): Answered => ({ kind: 'reply', reply, delay });
