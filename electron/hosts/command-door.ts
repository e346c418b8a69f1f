import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { CommandName } from '#shared/contract/commands.ts';
import type { QueryName } from '#shared/contract/queries.ts';
import type { EngineLink } from './engine-worker.ts';
import { isSame } from './loopback-session.ts';

/** Where the door is, in the profile, while the app is open. */
export const DOOR_FILE = 'door.json';

/** What may be asked through the door. Slack's tokens, settings and the queue are for the window. */
const ALLOWED: ReadonlySet<string> = new Set<CommandName | QueryName>([
  'incident.declare',
  'note.add',
  'update.add',
  'bundle.export',
  'bundle.import',
  'bundle',
  'desk',
  'incident',
  'timeline',
  'search',
  'settings',
  'sync',
  'decisions',
  'hypotheses',
  'follow-ups',
  'all-follow-ups',
  'updates',
]);

const KEY_BYTES = 32;
/** As for a page: the longest thing the contract takes is a piece of a file. */
const BODY_MAX = 1_000_000;

/**
 * Opens an engine to the command line, until it is stopped: a port of this computer, with a key that
 * stands in the profile for its owner alone. Whoever can read the profile could as well read the
 * database; a page in a browser can do neither. Where it cannot be, the app does without, and `failed`
 * is told why.
 */
export async function openToCommandLine(
  profile: string,
  engine: EngineLink,
  failed: (cause: unknown) => void,
): Promise<EngineLink> {
  const key = randomBytes(KEY_BYTES).toString('base64url');
  const server = createServer((request, response) => void attend(request, response, key, engine));
  try {
    post(profile, { port: await listen(server), key });
  } catch (cause) {
    server.close();
    failed(cause);
    return engine;
  }
  const close = async () => {
    takeDown(profile, key);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  };
  return { ...engine, stop: () => close().then(engine.stop) };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Under another name first: whoever reads it never finds half of it. */
function post(profile: string, place: { readonly port: number; readonly key: string }): void {
  const path = join(profile, DOOR_FILE);
  const draft = `${path}.new`;
  rmSync(draft, { force: true });
  writeFileSync(draft, JSON.stringify(place), { mode: 0o600 });
  renameSync(draft, path);
}

/** The next start writes its own: only ours is taken away. */
function takeDown(profile: string, key: string): void {
  const path = join(profile, DOOR_FILE);
  try {
    if (readFileSync(path, 'utf8').includes(key)) rmSync(path);
  } catch {
    // It is gone already.
  }
}

async function attend(
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
  engine: EngineLink,
): Promise<void> {
  if (!isOurs(request, key)) return answer(response, 403, { error: 'This door is not for you.' });
  const asked = await bodyOf(request);
  if (!isAllowed(asked)) return answer(response, 403, { error: 'This cannot be asked here.' });
  answer(response, 200, await engine.request(asked));
}

/** A browser names the page that sends (`Origin`), and cannot know the key. */
function isOurs({ method, headers, socket }: IncomingMessage, key: string): boolean {
  const isHere = headers.host === `127.0.0.1:${socket.localPort}`;
  const given = headers.authorization ?? '';
  const isQuiet = headers.origin === undefined && headers['sec-fetch-site'] === undefined;
  return method === 'POST' && isHere && isQuiet && isSame(given, `Bearer ${key}`);
}

function isAllowed(asked: unknown): boolean {
  const has = typeof asked === 'object' && asked !== null && 'name' in asked;
  return has && typeof asked.name === 'string' && ALLOWED.has(asked.name);
}

/** What was sent, or nothing when it is too long or no JSON. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of request) {
      pieces.push(piece);
      length += piece.length;
      if (length > BODY_MAX) return undefined;
    }
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
