import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Certificate } from './certificate.ts';

export type TestServer = { readonly port: number; readonly close: () => Promise<void> };

type Listening = {
  readonly listen: (port: number, host: string, then: () => void) => unknown;
  readonly address: () => unknown;
  readonly closeAllConnections: () => void;
  readonly close: (then: () => void) => unknown;
};

async function listening(server: Listening): Promise<TestServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A server over TLS that says what it was asked. */
export function startSecure({ key, cert }: Certificate): Promise<TestServer> {
  return listening(
    createSecureServer({ key, cert }, (request, response) => {
      response.end(`${request.method} ${request.headers.host} ${request.url}`);
    }),
  );
}

/**
 * A proxy as companies have it, whose CONNECT leads to one server whatever name is asked for.
 * @param refuses answers 407: it wants a name and a password
 */
export async function startProxy(
  to: number,
  refuses = false,
): Promise<TestServer & { readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    if (refuses) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const onward = connect(to, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    // Either end may hang up first.
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  return { ...(await listening(server)), asked };
}
