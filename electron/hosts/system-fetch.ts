import { setGlobalProxyFromEnv } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

type Environment = Readonly<Record<string, string | undefined>>;

/** What never goes through a proxy: this computer. */
const HERE = ['localhost', '127.0.0.1', '[::1]', '::1'];

/**
 * Node's own `fetch` through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name (either
 * case), trusting what the system trusts beside Node's own list and `NODE_EXTRA_CA_CERTS`. Both hold for
 * all of this thread. The system's certificates are read for the first request that needs them: on
 * some systems that takes a while.
 * @see https://nodejs.org/api/http.html#built-in-proxy-support
 */
export function systemFetch(
  environment: Environment,
  systemCertificates: () => readonly string[] = () => getCACertificates('system'),
): typeof globalThis.fetch {
  applyProxy(environment);
  let isTrusting = false;
  return (input, init) => {
    if (!isTrusting) {
      isTrusting = true;
      trust(systemCertificates);
    }
    return globalThis.fetch(input, init).catch(named);
  };
}

function applyProxy(environment: Environment): void {
  const value = (name: string) => environment[name] || environment[name.toLowerCase()];
  const https = value('HTTPS_PROXY') ?? value('ALL_PROXY');
  const http = value('HTTP_PROXY') ?? value('ALL_PROXY');
  if (https === undefined && http === undefined) return;
  const others = (value('NO_PROXY') ?? '').split(/[\s,]+/).filter((host) => host !== '');
  const noProxy = others.includes('*') ? '*' : [...others, ...HERE].join(',');
  setGlobalProxyFromEnv({
    ...(https === undefined ? {} : { https_proxy: https }),
    ...(http === undefined ? {} : { http_proxy: http }),
    no_proxy: noProxy,
  });
}

/** Gives a proxy's refusal, which has no code of its own, one; nothing has left through it. */
function named(cause: unknown): never {
  for (let at: unknown = cause, depth = 0; at instanceof Error && depth < 5; depth++) {
    if (/^Proxy response \(\d+\)/.test(at.message)) {
      const refused = Object.assign(new Error(at.message), { code: 'ERR_PROXY_REFUSED' });
      throw new TypeError('fetch failed', { cause: refused });
    }
    at = at.cause;
  }
  throw cause;
}

/** What the system refuses to tell costs its own certificates alone. */
function trust(systemCertificates: () => readonly string[]): void {
  try {
    setDefaultCACertificates([
      ...new Set([...getCACertificates('default'), ...systemCertificates()]),
    ]);
  } catch {
    // Node's own list stays.
  }
}
