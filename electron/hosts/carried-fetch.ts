/** A request on its way from the engine's thread to whoever has the network. */
export type CarriedRequest = {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer | null;
  readonly redirect: Request['redirect'];
};

/** An answer, as it comes: its head, its body in pieces, its end; or why there is none. */
export type CarriedPart =
  | {
      readonly part: 'head';
      readonly status: number;
      readonly statusText: string;
      readonly headers: readonly (readonly [string, string])[];
    }
  | { readonly part: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly part: 'end' }
  /** `code` is Node's (`ECONNREFUSED`), by which the engine knows what has begun and what has not. */
  | { readonly part: 'failed'; readonly code: string };

/** What the engine's thread says of its requests; `seq` joins the parts of an answer to its request. */
export type FetchCall =
  | { readonly type: 'fetch'; readonly seq: number; readonly request: CarriedRequest }
  | { readonly type: 'fetch-ended'; readonly seq: number };

export type FetchAnswer = {
  readonly type: 'fetched';
  readonly seq: number;
  readonly answer: CarriedPart;
};

type Waiting = {
  readonly resolve: (response: Response) => void;
  readonly fail: (cause: unknown) => void;
  body: ReadableStreamDefaultController<Uint8Array> | null;
};

/**
 * A `fetch` whose requests somebody else makes: the shell, which knows the system's proxies and the
 * certificates that the system trusts. It fails as fetch fails, with a TypeError that has a cause.
 */
export function carriedFetch(say: (call: FetchCall) => void): {
  readonly fetch: typeof globalThis.fetch;
  readonly take: (answer: FetchAnswer) => void;
} {
  const waiting = new Map<number, Waiting>();
  let seq = 0;
  const end = (ended: number) => {
    if (waiting.delete(ended)) say({ type: 'fetch-ended', seq: ended });
  };
  const ask: typeof globalThis.fetch = async (input, init) => {
    // The caller's own signal: a request's follows it only weakly and may be collected first.
    const { signal = null, ...rest } = init ?? {};
    signal?.throwIfAborted();
    const request = await plainRequest(new Request(input, rest));
    signal?.throwIfAborted();
    seq += 1;
    const asked = seq;
    return new Promise<Response>((resolve, reject) => {
      const held: Waiting = {
        resolve,
        fail: (cause) => {
          reject(cause);
          held.body?.error(cause);
        },
        body: null,
      };
      waiting.set(asked, held);
      signal?.addEventListener('abort', () => {
        if (!waiting.has(asked)) return;
        end(asked);
        held.fail(signal.reason);
      });
      say({ type: 'fetch', seq: asked, request });
    });
  };
  const take = ({ seq: answered, answer }: FetchAnswer): void => {
    const held = waiting.get(answered);
    if (held === undefined) return;
    switch (answer.part) {
      case 'head':
        return held.resolve(responseOf(answer, held, () => end(answered)));
      case 'piece':
        return held.body?.enqueue(answer.bytes);
      case 'end':
        waiting.delete(answered);
        return held.body?.close();
      case 'failed':
        waiting.delete(answered);
        return held.fail(failure(answer.code));
    }
  };
  return { fetch: ask, take };
}

async function plainRequest(request: Request): Promise<CarriedRequest> {
  const { url, method, headers, redirect } = request;
  const body = request.body === null ? null : await request.arrayBuffer();
  return { url, method, headers: [...headers], body, redirect };
}

const NO_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

function responseOf(
  { status, statusText, headers }: Extract<CarriedPart, { part: 'head' }>,
  held: Waiting,
  cancelled: () => void,
): Response {
  const init = {
    status,
    statusText,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  };
  if (NO_BODY.has(status)) return new Response(null, init);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      held.body = controller;
    },
    cancel: cancelled,
  });
  return new Response(body, init);
}

function failure(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

/** What stands behind the network's own words for a failure; Node's codes where there are such. */
export type CodeOf = (cause: unknown) => string;

/**
 * Makes the requests of the engine's thread.
 * @param outside a `fetch` that knows the system's proxies and certificates
 */
export function carryFetches(
  outside: typeof globalThis.fetch,
  codeOf: CodeOf,
  say: (answer: FetchAnswer) => void,
): (call: FetchCall) => void {
  const underWay = new Map<number, AbortController>();
  const carry = async (seq: number, request: CarriedRequest, signal: AbortSignal) => {
    const tell = (answer: CarriedPart) => {
      if (underWay.has(seq)) say({ type: 'fetched', seq, answer });
    };
    try {
      const { url, method, headers, body, redirect } = request;
      const response = await outside(url, {
        ...{ method, redirect, signal, credentials: 'omit', cache: 'no-store' },
        headers: headers.map(([name, value]): [string, string] => [name, value]),
        ...(body === null ? {} : { body }),
      });
      const { status, statusText } = response;
      tell({ part: 'head', status, statusText, headers: [...withoutCoding(response.headers)] });
      for await (const bytes of response.body ?? []) tell({ part: 'piece', bytes });
      tell({ part: 'end' });
    } catch (cause) {
      tell({ part: 'failed', code: codeOf(cause) });
    } finally {
      underWay.delete(seq);
    }
  };
  return (call) => {
    if (call.type === 'fetch') {
      const ended = new AbortController();
      underWay.set(call.seq, ended);
      void carry(call.seq, call.request, ended.signal);
      return;
    }
    const ended = underWay.get(call.seq);
    underWay.delete(call.seq);
    ended?.abort();
  };
}

/** The body comes unpacked: its length and its coding on the wire are no longer true. */
function withoutCoding(headers: Headers): Headers {
  const kept = new Headers(headers);
  if (kept.has('content-encoding')) kept.delete('content-length');
  kept.delete('content-encoding');
  return kept;
}

/** The code that Node gave a failure, which fetch buries under causes; empty where there is none. */
export function nodeCode(cause: unknown): string {
  for (let at: unknown = cause, depth = 0; at instanceof Error && depth < 5; depth++) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    at = at.cause;
  }
  return '';
}
