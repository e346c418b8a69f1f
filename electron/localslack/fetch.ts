import { gunzipSync, constants as zlib } from 'node:zlib';
import { PORTAL_ORIGIN } from './outcome.ts';
import type { Answered, Outcome } from './reply.ts';
import { FILES, type WireRequest } from './request.ts';
import type { Workspace } from './workspace.ts';

type FetchArguments = Parameters<typeof globalThis.fetch>;

/**
 * The workspace in process: a `fetch` for Slack's own client. Time is the workspace's clock. It fails
 * as fetch fails, with a TypeError, where a connection breaks.
 */
export function fetchInto(workspace: Workspace): typeof globalThis.fetch {
  return async (input, init) => {
    // The caller's own signal: a request's follows it only weakly and may be collected first.
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
    const redirect = init?.redirect ?? (input instanceof Request ? input.redirect : 'follow');
    const request = plainRequest(input, init) ?? (await anyRequest(new Request(input, init)));
    signal?.throwIfAborted();
    const response = await answer(workspace, workspace.serve(request), signal);
    const location = response.headers.get('location');
    if (location === null || redirect === 'manual') return response;
    // Nobody is at home where the portal's redirect leads, and only a reader follows to another page.
    const next = new URL(location);
    if (redirect === 'error' || next.origin === PORTAL_ORIGIN) {
      throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
    }
    return fetchInto(workspace)(next, { signal });
  };
}

/** The request as Slack's client makes them, read without a `Request`, which costs more than the call. */
function plainRequest(...[input, init]: FetchArguments): WireRequest | null {
  const { body = '', headers = {}, method = 'GET' } = init ?? {};
  if (typeof input !== 'string' || typeof body !== 'string') return null;
  if (headers instanceof Headers || Array.isArray(headers)) return null;
  const named = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return {
    ...placeOf(new URL(input)),
    verb: method,
    authorization: named.get('authorization') ?? null,
    contentType: named.get('content-type') ?? '',
    body,
  };
}

async function anyRequest(request: Request): Promise<WireRequest> {
  return {
    ...placeOf(new URL(request.url)),
    verb: request.method,
    authorization: request.headers.get('authorization'),
    contentType: request.headers.get('content-type') ?? '',
    body: new Uint8Array(await request.arrayBuffer()),
  };
}

const placeOf = ({ pathname, searchParams, hostname, origin }: URL) => ({
  path: pathname,
  query: searchParams,
  origin: /(^|\.)slack\.com$/.test(hostname) ? FILES : origin,
});

async function answer(
  workspace: Workspace,
  outcome: Outcome,
  signal: AbortSignal | null,
): Promise<Response> {
  if (outcome.kind === 'hang') return aborted(signal);
  if (outcome.kind === 'drop') throw new TypeError('fetch failed');
  if (outcome.delay > 0) {
    await Promise.race([workspace.wait(outcome.delay), aborted(signal)]);
  }
  const { status, headers: sent } = outcome.reply;
  const { 'content-encoding': encoding, ...headers } = sent;
  const body = encoding === 'gzip' ? unpacked(outcome.reply.body) : outcome.reply.body;
  if (outcome.breaksAt === undefined && outcome.pace === undefined) {
    return new Response(typeof body === 'string' ? body : Buffer.from(body), { status, headers });
  }
  return new Response(streamOf(workspace, Buffer.from(body), outcome, signal), { status, headers });
}

/** What comes of packed bytes that end too early: Node's own fetch gives what it has without a word. */
const unpacked = (body: string | Uint8Array): Uint8Array =>
  gunzipSync(body, { finishFlush: zlib.Z_SYNC_FLUSH });

/** A body that comes piece by piece, or breaks off, as fetch tells it. */
function streamOf(
  workspace: Workspace,
  body: Buffer,
  { pace, breaksAt }: Answered,
  signal: AbortSignal | null,
): ReadableStream<Uint8Array> {
  const end = breaksAt ?? body.length;
  let at = 0;
  return new ReadableStream({
    pull: async (controller) => {
      if (at >= end) {
        if (breaksAt === undefined) controller.close();
        else controller.error(new TypeError('terminated'));
        return;
      }
      if (pace !== undefined) await Promise.race([workspace.wait(pace.ms), aborted(signal)]);
      const next = Math.min(end, at + (pace?.bytes ?? end));
      controller.enqueue(Uint8Array.from(body.subarray(at, next)));
      at = next;
    },
  });
}

/** Never answers; ends when the caller gives up. */
function aborted(signal: AbortSignal | null): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
