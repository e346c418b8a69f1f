import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, FaultShape } from './faults.ts';
import type { WireRequest } from './request.ts';
import type { Workspace } from './workspace.ts';

export type LocalSlackServer = {
  /** `http://127.0.0.1:PORT/api/`, for `--slack-api-url`. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

/** Where to listen; port 0 takes any that is free. */
export type Place = { readonly port: number; readonly host?: string };

/** Serves a workspace on this computer. Rejects when the port cannot be had. */
export async function listen(
  workspace: Workspace,
  place: number | Place,
): Promise<LocalSlackServer> {
  const { port, host = '127.0.0.1' } = typeof place === 'number' ? { port: place } : place;
  const server = createServer((request, response) => {
    serve(workspace, request, response).catch((cause) => fail(response, cause));
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
  workspace: Workspace,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = await bodyOf(request);
  if (url.pathname.startsWith('/_control/')) {
    return control(
      workspace,
      request,
      { path: url.pathname, body: body.toString('utf8') },
      response,
    );
  }
  const { authorization, host, 'content-type': contentType } = request.headers;
  await answer(
    workspace,
    {
      verb: request.method ?? 'GET',
      origin: `http://${host ?? ''}`,
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
  const { status, headers, body } = outcome.reply;
  response.writeHead(status, headers).end(body);
}

const HELP = 'POST to /_control/reset, or a fault as JSON to /_control/faults.\n';

/** What a test may ask of the server itself: everything as seeded, or a fault. */
function control(
  workspace: Workspace,
  { method, headers }: IncomingMessage,
  { path, body }: { readonly path: string; readonly body: string },
  response: ServerResponse,
): void {
  // Browsers say where a page comes from; no page has a say here.
  if (method !== 'POST' || headers.origin !== undefined) {
    response.writeHead(405).end(HELP);
    return;
  }
  if (path === '/_control/reset') {
    workspace.reset();
    response.writeHead(204).end();
    return;
  }
  const fault = path === '/_control/faults' ? faultIn(body) : null;
  if (fault === null) {
    response.writeHead(400).end(HELP);
    return;
  }
  workspace.faults.add(fault);
  response.writeHead(204).end();
}

function faultIn(body: string): Fault | null {
  try {
    return FaultShape.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
