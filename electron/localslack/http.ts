import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { readCall } from './request.ts';
import type { Workspace } from './workspace.ts';

export type LocalSlackServer = {
  /** `http://127.0.0.1:PORT/api/`, for `--slack-api-url`. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

const FaultBody = z.strictObject({
  method: z.string(),
  kind: z.enum([
    'limited',
    'status',
    'error',
    'drop-before',
    'drop-after',
    'hang',
    'html',
    'redirect',
  ]),
  skip: z.int().min(0).exactOptional(),
  times: z.int().min(1).exactOptional(),
  retryAfter: z.number().exactOptional(),
  status: z.int().exactOptional(),
  error: z.string().exactOptional(),
});

/** Serves a workspace on this computer. Rejects when the port cannot be had. */
export async function listen(workspace: Workspace, port: number): Promise<LocalSlackServer> {
  const server = createServer((request, response) => void serve(workspace, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}/api/`,
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
  let body = '';
  for await (const chunk of request) body += String(chunk);
  if (url.pathname.startsWith('/_control/')) {
    return control(workspace, url.pathname, body, response);
  }
  const call = readCall({
    path: url.pathname,
    query: url.searchParams,
    authorization: request.headers.authorization ?? null,
    contentType: request.headers['content-type'] ?? '',
    body,
  });
  const outcome = workspace.call(call.method, call.token, call.args);
  if (outcome.kind === 'hang') return;
  if (outcome.kind === 'drop') {
    request.socket.destroy();
    return;
  }
  const { status, headers, body: text } = outcome.reply;
  response.writeHead(status, headers).end(text);
}

/** What a test may ask of the server itself: everything as seeded, or a fault. */
function control(workspace: Workspace, path: string, body: string, response: ServerResponse): void {
  if (path === '/_control/reset') {
    workspace.reset();
    response.writeHead(204).end();
    return;
  }
  const fault = path === '/_control/faults' ? faultIn(body) : null;
  if (fault === null) {
    response.writeHead(400).end('POST /_control/reset, or a fault to /_control/faults.\n');
    return;
  }
  workspace.faults.add(fault);
  response.writeHead(204).end();
}

function faultIn(body: string): z.infer<typeof FaultBody> | null {
  try {
    return FaultBody.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
