import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractReply, REQUEST_MAX } from '#shared/contract/envelope.ts';
import type { EngineLink } from './engine-worker.ts';
import { createSession, type LoopbackSession } from './loopback-session.ts';
import type { PageFile } from './page-files.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

const TOKEN_BODY_MAX = 1_000;

export type Loopback = {
  /** `http://127.0.0.1:PORT/#token=…`: opens the app, once. */
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

/** What went wrong with listening: the system's code (`EADDRINUSE`, `EACCES`). */
export type ListenError = { readonly code: string };

/** Serves the page to a browser on this computer, and the contract to that page alone. */
export async function startLoopback(options: {
  /** 0 for any free port. */
  readonly port: number;
  readonly engine: EngineLink;
  readonly files: ReadonlyMap<string, PageFile>;
}): Promise<Result<Loopback, ListenError>> {
  const server = createServer();
  const listened = await listen(server, options.port);
  if (!listened.ok) return listened;
  const port = listened.value;
  const session = createSession(port);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: REQUEST_MAX });
  server.on('request', (request, response) => serve(session, options.files, request, response));
  server.on('upgrade', (request, socket, head) => {
    upgrade(session, sockets, request, socket, head, (page) => attend(page, options.engine));
  });
  return ok({
    address: `http://127.0.0.1:${port}/#token=${session.token}`,
    port,
    close: async () => {
      for (const page of sockets.clients) page.close(1001, 'Quarterdeck stopped');
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

function listen(server: Server, port: number): Promise<Result<number, ListenError>> {
  return new Promise((resolve) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      resolve(err({ code: cause.code ?? cause.message }));
    });
    // Only this computer can connect: never 0.0.0.0.
    server.listen(port, '127.0.0.1', () => resolve(ok((server.address() as AddressInfo).port)));
  });
}

function serve(
  session: LoopbackSession,
  files: ReadonlyMap<string, PageFile>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (!session.hasOurHost(request)) return answer(response, 421, 'This is not that host.');
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (request.method === 'POST' && path === '/session') {
    return void tradeToken(session, request, response);
  }
  // A browser does not tell its page why a socket was refused; this does.
  if (path === '/session/check') {
    return session.hasCookie(request)
      ? answer(response, 200, 'Welcome.')
      : answer(response, 401, 'This link has been used.');
  }
  if (request.method !== 'GET') return answer(response, 405, 'Only reading is possible here.');
  const file = files.get(path === '/' ? '/index.html' : path);
  if (file === undefined) return answer(response, 404, 'There is nothing here.');
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': file.type,
    'Content-Length': file.body.length,
    'Cache-Control': 'no-cache',
  });
  response.end(file.body);
}

async function tradeToken(
  session: LoopbackSession,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!session.hasOurOrigin(request)) return answer(response, 403, 'Another page sent this.');
  const cookie = session.trade(await tokenIn(request));
  if (cookie === null) return answer(response, 401, 'This link has been used.');
  response.writeHead(204, { ...SECURITY_HEADERS, 'Set-Cookie': cookie });
  response.end();
}

async function tokenIn(request: IncomingMessage): Promise<string> {
  let body = '';
  try {
    for await (const chunk of request) {
      body += String(chunk);
      if (body.length > TOKEN_BODY_MAX) return '';
    }
    const parsed: unknown = JSON.parse(body);
    const has = typeof parsed === 'object' && parsed !== null && 'token' in parsed;
    return has && typeof parsed.token === 'string' ? parsed.token : '';
  } catch {
    // Not JSON, or the tab was closed in the middle of it.
    return '';
  }
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(text);
}

function upgrade(
  session: LoopbackSession,
  sockets: WebSocketServer,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  welcome: (page: WebSocket) => void,
): void {
  const refuse = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
  socket.on('error', () => socket.destroy());
  if (!session.hasOurHost(request)) return void refuse('421 Misdirected Request');
  if (!session.hasOurOrigin(request)) return void refuse('403 Forbidden');
  if (!session.hasCookie(request)) return void refuse('401 Unauthorized');
  if (request.url !== '/contract') return void refuse('404 Not Found');
  sockets.handleUpgrade(request, socket, head, welcome);
}

/** Speaks the contract with one page: its requests, its replies, and everybody's events. */
function attend(page: WebSocket, engine: EngineLink): void {
  const say = (reply: ContractReply) => {
    if (page.readyState === page.OPEN) page.send(JSON.stringify(reply));
  };
  const unsubscribe = engine.subscribe((event) => say({ type: 'event', event }));
  page.on('close', unsubscribe);
  // Too large or not a WebSocket frame: the library closes it after telling us.
  page.on('error', unsubscribe);
  page.on('message', (data, isBinary) => {
    void engine.request(isBinary ? undefined : parsed(String(data))).then(say);
  });
}

/** What is not JSON goes on as nothing, which the engine refuses in words. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
