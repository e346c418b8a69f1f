import { FILES, type WireRequest } from '../localslack/request.ts';

type FetchArguments = Parameters<typeof globalThis.fetch>;

/** A request of the engine's in the form in which the local Slack takes it. */
export async function wireRequest(...[input, init]: FetchArguments): Promise<WireRequest> {
  const { body = '', headers, method = 'GET' } = init ?? {};
  if (input instanceof Request || typeof body !== 'string') {
    const request = new Request(input, init);
    const bytes = new Uint8Array(await request.arrayBuffer());
    return wire(new URL(request.url), request.method, request.headers, bytes);
  }
  return wire(new URL(input), method, new Headers(headers), body);
}

function wire(url: URL, verb: string, headers: Headers, body: WireRequest['body']): WireRequest {
  return {
    verb,
    origin: /(^|\.)slack\.com$/.test(url.hostname) ? FILES : url.origin,
    path: url.pathname,
    query: url.searchParams,
    authorization: headers.get('authorization'),
    contentType: headers.get('content-type') ?? '',
    body,
  };
}
