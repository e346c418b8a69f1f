import type { Answer } from './answer.ts';
import type { Arguments } from './arguments.ts';

/** A call as it came over the wire, whichever wire. */
export type WireRequest = {
  /** The path after the host: `/api/chat.postMessage`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | null;
  readonly contentType: string;
  readonly body: string;
};

export type ReadCall = {
  readonly method: string;
  readonly token: string | null;
  readonly args: Arguments;
  /** Slack's answer to a body it cannot read, or null. */
  readonly refusal: Answer | null;
};

/** Reads a call: arguments from query, form or JSON; the token from its header or argument. */
export function readCall(request: WireRequest): ReadCall {
  const method = request.path.replace(/^.*\/api\//, '').replace(/\/+$/, '');
  const body = argumentsIn(request);
  const args = { ...Object.fromEntries(request.query), ...(typeof body === 'string' ? {} : body) };
  const { token, ...rest } = args as Arguments;
  const bearer = /^Bearer (.+)$/i.exec(request.authorization ?? '')?.[1];
  return {
    method,
    token: bearer ?? (typeof token === 'string' ? token : null),
    args: rest,
    refusal: typeof body === 'string' ? { ok: false, error: body } : null,
  };
}

/** The body's arguments, or Slack's code for one that makes no sense. */
function argumentsIn({ contentType, body }: WireRequest): Arguments | string {
  if (body === '') return {};
  if (contentType.includes('json')) return jsonIn(body);
  // Uploads come in parts; no method here takes one.
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
