import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { control } from './control.ts';
import type { WireRequest } from './request.ts';
import type { StandingClock } from './standing-clock.ts';
import type { Workspace } from './workspace.ts';

export type LocalSlackServer = {
  /** `http://127.0.0.1:PORT/api/`, for `--slack-api-url`. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

const CONTROL = '/_control/';

/** Where to listen; port 0 takes any that is free. */
export type Place = {
  readonly port: number;
  readonly host?: string;
  /** The workspace's clock, if whoever reaches this may move it. */
  readonly clock?: StandingClock;
};

/** What the server knows of itself while it serves. */
type Served = {
  readonly workspace: Workspace;
  readonly place: Place;
  readonly names: readonly string[];
};

/** Serves a workspace on this computer. Rejects when the port cannot be had. */
export async function listen(
  workspace: Workspace,
  place: number | Place,
): Promise<LocalSlackServer> {
  const at: Place = typeof place === 'number' ? { port: place } : place;
  const { port, host = '127.0.0.1' } = at;
  const served: Served = { workspace, place: at, names: [host, '127.0.0.1', 'localhost'] };
  const server = createServer((request, response) => {
    serve(served, request, response).catch((cause) => fail(response, cause));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${taken}/api/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function serve(
  { workspace, place, names }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { authorization, host, origin, 'content-type': contentType } = request.headers;
  // A page elsewhere can have its own name lead here, but not call itself by another. The port may be
  // another one: that of a forwarder in between.
  if (host === undefined || !names.includes(host.replace(/:\d+$/, ''))) {
    response.writeHead(403).end(`This Slack is reached as ${names.join(' or ')} only.\n`);
    return;
  }
  const url = new URL(request.url ?? '/', `http://${host}`);
  const body = await bodyOf(request);
  const verb = request.method ?? 'GET';
  if (url.pathname.startsWith(CONTROL)) {
    // Browsers say where a page comes from; no page has a say here.
    const isPage = origin !== undefined || request.headers['sec-fetch-site'] !== undefined;
    const { status, answer: told } = isPage
      ? { status: 403, answer: { ok: false, error: 'No page in a browser has a say here.' } }
      : control(
          { workspace, clock: place.clock ?? null },
          {
            verb,
            name: url.pathname.slice(CONTROL.length),
            contentType: contentType ?? '',
            body: body.toString('utf8'),
          },
        );
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(`${JSON.stringify(told)}\n`);
    return;
  }
  await answer(
    workspace,
    {
      verb,
      origin: `http://${host}`,
      path: url.pathname,
      query: url.searchParams,
      authorization: authorization ?? null,
      contentType: contentType ?? '',
      body,
    },
    response,
  );
}

/** A mistake of ours, told to whoever called; one who went away while sending hears nothing. */
function fail(response: ServerResponse, cause: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(500).end(`localslack failed: ${String(cause)}\n`);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function answer(
  workspace: Workspace,
  request: WireRequest,
  response: ServerResponse,
): Promise<void> {
  const outcome = workspace.serve(request);
  if (outcome.kind === 'hang') return;
  if (outcome.kind === 'drop') {
    response.destroy();
    return;
  }
  if (outcome.delay > 0) await workspace.wait(outcome.delay);
  const { status, headers } = outcome.reply;
  const body = Buffer.from(outcome.reply.body);
  response.writeHead(status, { ...headers, 'content-length': body.length });
  if (outcome.breaksAt !== undefined) {
    // What was written is on its way before the connection breaks.
    response.write(body.subarray(0, outcome.breaksAt), () => response.destroy());
    return;
  }
  const { bytes, ms } = outcome.pace ?? { bytes: body.length, ms: 0 };
  if (ms > 0) response.flushHeaders();
  for (let at = 0; at < body.length; at += bytes) {
    if (ms > 0) await workspace.wait(ms);
    if (response.destroyed) return;
    response.write(body.subarray(at, at + bytes));
  }
  response.end();
}
