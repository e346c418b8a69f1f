import { readCall } from './request.ts';
import type { Workspace } from './workspace.ts';

/** The workspace in process: a `fetch` for Slack's own client. Time is the workspace's clock. */
export function fetchInto(workspace: Workspace): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const headers = new Headers(init?.headers);
    const call = readCall({
      path: url.pathname,
      query: url.searchParams,
      authorization: headers.get('authorization'),
      contentType: headers.get('content-type') ?? '',
      body: await bodyText(init?.body ?? null),
    });
    const outcome = workspace.call(call.method, call.token, call.args);
    if (outcome.kind === 'hang') return hang(init?.signal ?? null);
    // As fetch rejects when the other side closes the connection.
    if (outcome.kind === 'drop') throw new TypeError('fetch failed');
    const { status, headers: replied, body } = outcome.reply;
    return new Response(body, { status, headers: { ...replied } });
  };
}

async function bodyText(body: RequestInit['body'] | null): Promise<string> {
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  return body === null ? '' : new Response(body).text();
}

/** Never answers; ends when the caller gives up. */
function hang(signal: AbortSignal | null): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
