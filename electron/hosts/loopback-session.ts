import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may talk to the loopback shell. The printed address carries a token in its fragment, which no
 * server ever sees; the page trades it, once, for a cookie.
 */
export type LoopbackSession = {
  /** The token for the address. */
  readonly token: string;
  /** Whether a request names this shell as its host: a DNS name pointed at 127.0.0.1 does not. */
  readonly hasOurHost: (request: IncomingMessage) => boolean;
  /** Whether a page of this shell sent it: browsers put their own origin, and cannot be asked not to. */
  readonly hasOurOrigin: (request: IncomingMessage) => boolean;
  readonly hasCookie: (request: IncomingMessage) => boolean;
  /** The cookie for a right token; null for a wrong one, or one that has been used. */
  readonly trade: (token: string) => string | null;
};

const TOKEN_BYTES = 32;

export function createSession(port: number): LoopbackSession {
  const origin = `http://127.0.0.1:${port}`;
  const cookieName = `quarterdeck-${port}`;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const cookie = randomBytes(TOKEN_BYTES).toString('base64url');
  let used = false;
  return {
    token,
    hasOurHost: (request) => request.headers.host === `127.0.0.1:${port}`,
    hasOurOrigin: (request) => request.headers.origin === origin,
    hasCookie: (request) => {
      const given = cookiesOf(request).get(cookieName);
      return given !== undefined && isSame(given, cookie);
    },
    trade: (given) => {
      if (used || !isSame(given, token)) return null;
      used = true;
      return `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
    },
  };
}

function cookiesOf(request: IncomingMessage): ReadonlyMap<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => {
    const [name = '', value = ''] = pair.trim().split('=', 2);
    return [name, value] as const;
  });
  return new Map(pairs);
}

/** Compares without telling, by its time, how much was right. */
export function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
