import type { Answer } from './answer.ts';
import type { Arguments } from './arguments.ts';

/** Where Slack keeps files, for callers who reach the workspace without a network. */
export const FILES = 'https://files.slack.com';

/** A call as it came over the wire, whichever wire. */
export type WireRequest = {
  /** HTTP's: `GET`, or `POST` when not said, which the API does not ask. */
  readonly verb?: string;
  /** What addresses the caller is given begin with; Slack's own when not said. */
  readonly origin?: string;
  /** The path after the host: `/api/chat.postMessage`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | null;
  readonly contentType: string;
  readonly body: string | Uint8Array;
};

export type ReadCall = {
  readonly method: string;
  readonly token: string | null;
  readonly args: Arguments;
  readonly origin: string;
  /** Slack's answer to a body it cannot read, or null. */
  readonly refusal: Answer | null;
};

/** Reads a call: arguments from query, form or JSON; the token from its header or argument. */
export function readCall(request: WireRequest): ReadCall {
  const method = request.path.replace(/^.*\/api\//, '').replace(/\/+$/, '');
  const body = argumentsIn(request);
  const args = {
    ...Object.fromEntries(request.query),
    ...(typeof body === 'string' ? {} : body),
    ...clientIn(request),
  };
  const { token, ...rest } = args as Arguments;
  return {
    method,
    token: bearerIn(request) ?? (typeof token === 'string' ? token : null),
    args: rest,
    origin: originOf(request),
    refusal: typeof body === 'string' ? { ok: false, error: body } : null,
  };
}

/** What a caller's addresses begin with. */
export const originOf = ({ origin }: WireRequest): string => origin ?? FILES;

/** The token in a request's header. */
export const bearerIn = ({ authorization }: WireRequest): string | null =>
  /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? null;

/** An app's own name and secret, where it gives them as HTTP's basic authentication. */
function clientIn({ authorization }: WireRequest): Arguments {
  const basic = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (basic === undefined) return {};
  const [client_id, client_secret] = Buffer.from(basic, 'base64').toString().split(':');
  return { client_id, client_secret };
}

/** The body's arguments, or Slack's code for one that makes no sense. */
function argumentsIn({ contentType, body: sent }: WireRequest): Arguments | string {
  // Decoded as a whole: a letter may be cut in two by a chunk's end.
  const body = typeof sent === 'string' ? sent : new TextDecoder().decode(sent);
  if (body === '') return {};
  if (contentType.includes('json')) return jsonIn(body);
  // No method here takes parts: files are sent to an address of their own.
  if (contentType.includes('multipart')) return 'invalid_form_data';
  return Object.fromEntries(new URLSearchParams(body));
}

function jsonIn(body: string): Arguments | string {
  try {
    const parsed: unknown = JSON.parse(body);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? { ...parsed } : 'json_not_object';
  } catch {
    return 'invalid_json';
  }
}
