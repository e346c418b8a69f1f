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
};

/** Reads a call: arguments from query, form or JSON; the token from its header or argument. */
export function readCall(request: WireRequest): ReadCall {
  const method = request.path.replace(/^.*\/api\//, '').replace(/\/+$/, '');
  const args: Record<string, unknown> = Object.fromEntries(request.query);
  if (request.contentType.includes('json')) Object.assign(args, jsonIn(request.body));
  else Object.assign(args, Object.fromEntries(new URLSearchParams(request.body)));
  const bearer = /^Bearer (.+)$/i.exec(request.authorization ?? '')?.[1];
  const { token, ...rest } = args;
  return { method, token: bearer ?? (typeof token === 'string' ? token : null), args: rest };
}

function jsonIn(body: string): object {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
