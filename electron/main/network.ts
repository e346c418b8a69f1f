import type { Session } from 'electron';
import { nodeCode } from '../hosts/carried-fetch.ts';

/**
 * Chromium's failures that come before a request leaves this computer, by the codes that Node has for
 * such: what they stand for has not happened, and is done again without looking for it first.
 * @see chromium net/base/net_error_list.h
 */
const CODES: Readonly<Record<string, string>> = {
  ERR_INTERNET_DISCONNECTED: 'ENETUNREACH',
  ERR_ADDRESS_UNREACHABLE: 'EHOSTUNREACH',
  ERR_NAME_NOT_RESOLVED: 'ENOTFOUND',
  ERR_NAME_RESOLUTION_FAILED: 'EAI_AGAIN',
  ERR_CONNECTION_REFUSED: 'ECONNREFUSED',
};

/** `net::ERR_…` as a code that the engine knows, or as it is. */
export function chromiumCode(cause: unknown): string {
  const [, name] = /net::(ERR_[A-Z0-9_]+)/.exec(cause instanceof Error ? cause.message : '') ?? [];
  if (name === undefined) return nodeCode(cause);
  return Object.hasOwn(CODES, name) ? (CODES[name] ?? name) : name;
}

/**
 * Chromium's network: the system's proxies with their scripts and sign-in, and the certificates that the
 * system trusts. It does not hand out a redirect that is not to be followed, but ends the request.
 * @param session one of its own, without the cookies and the cache of pages
 */
export function chromiumFetch(session: () => Pick<Session, 'fetch'>): typeof globalThis.fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    try {
      return await session().fetch(url, init);
    } catch (cause) {
      const isRedirect = cause instanceof Error && /redirect/i.test(cause.message);
      if (init?.redirect !== 'manual' || !isRedirect) throw cause;
      return new Response(null, { status: 302 });
    }
  };
}
