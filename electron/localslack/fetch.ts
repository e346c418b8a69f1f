import { readCall } from './request.ts';
import type { Workspace } from './workspace.ts';

/**
 * The workspace in process: a `fetch` for Slack's own client. Time is the workspace's clock. It fails
 * as fetch fails, with a TypeError, where a connection breaks.
 */
export function fetchInto(workspace: Workspace): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    // The caller's own signal: the request's follows it only weakly and may be collected first.
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
    const url = new URL(request.url);
    const call = readCall({
      path: url.pathname,
      query: url.searchParams,
      authorization: request.headers.get('authorization'),
      contentType: request.headers.get('content-type') ?? '',
      body: await request.text(),
    });
    signal?.throwIfAborted();
    const outcome = workspace.handle(call);
    if (outcome.kind === 'hang') return aborted(signal);
    if (outcome.kind === 'drop') throw new TypeError('fetch failed');
    if (outcome.delay > 0) {
      await Promise.race([workspace.wait(outcome.delay), aborted(signal)]);
    }
    const { status, headers, body } = outcome.reply;
    // Nobody is at home where the portal's redirect leads.
    if (headers.location !== undefined && request.redirect !== 'manual') {
      throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
    }
    return new Response(body, { status, headers: { ...headers } });
  };
}

/** Never answers; ends when the caller gives up. */
function aborted(signal: AbortSignal | null): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
