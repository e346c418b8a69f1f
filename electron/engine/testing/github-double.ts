import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How an answer comes out otherwise: as GitHub was seen to answer, or not at all. */
export type Fault =
  | 'bad-token'
  | 'no-right'
  | 'primary-limit'
  | 'secondary-limit'
  | 'not-found'
  | 'issues-off'
  | 'spam'
  | 'server-error'
  | 'portal'
  | 'drop-before'
  /** It is made, and nobody hears of it. */
  | 'drop-after';

export type MadeIssue = {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly created_at: string;
  readonly html_url: string;
};

/** A small GitHub on this computer, for one repository: `acme/shop`. */
export type GitHubDouble = {
  readonly url: string;
  readonly issues: MadeIssue[];
  /** `POST /repos/acme/shop/issues`, in order. */
  readonly requests: string[];
  /** What the next requests of this method meet; each once. */
  readonly fail: (method: 'GET' | 'POST', ...faults: Fault[]) => void;
  /** When it is, there. */
  readonly now: () => number;
  readonly close: () => Promise<void>;
};

export const GOOD_TOKEN = 'ghp_good';
const DOCS = 'https://docs.github.com/rest';

export async function startGitHub(now: () => number): Promise<GitHubDouble> {
  const issues: MadeIssue[] = [];
  const requests: string[] = [];
  const faults = { GET: [] as Fault[], POST: [] as Fault[] };
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/' } = request;
    requests.push(`${method} ${url.split('?')[0]}`);
    const body = await read(request);
    const fault = faults[method as 'GET' | 'POST'].shift() ?? null;
    if (fault === 'drop-before') return void request.socket.destroy();
    if (request.headers.authorization !== `token ${GOOD_TOKEN}`)
      return fail(response, 'bad-token', now);
    if (fault !== null && fault !== 'drop-after') return fail(response, fault, now);
    const answered = answer(method, url, body, issues, now);
    if (fault === 'drop-after') return void request.socket.destroy();
    write(response, answered.status, answered.data);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    issues,
    requests,
    now,
    fail: (method, ...given) => faults[method].push(...given),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const text = Buffer.concat(pieces).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

type Answered = { readonly status: number; readonly data: unknown };

function answer(
  method: string,
  url: string,
  body: Record<string, unknown>,
  issues: MadeIssue[],
  now: () => number,
): Answered {
  const { pathname, searchParams } = new URL(url, 'http://github.test');
  if (pathname === '/user') return { status: 200, data: { login: 'ana', id: 1, type: 'User' } };
  if (pathname === '/repos/acme/shop') {
    const data = {
      id: 7,
      full_name: 'acme/shop',
      private: true,
      has_issues: true,
      archived: false,
    };
    return { status: 200, data };
  }
  if (pathname !== '/repos/acme/shop/issues') return { status: 404, data: said('Not Found') };
  if (method === 'GET') {
    const [page, size] = [searchParams.get('page'), searchParams.get('per_page')].map(Number);
    const from = ((page ?? 1) - 1) * (size ?? 30);
    return { status: 200, data: [...issues].reverse().slice(from, from + (size ?? 30)) };
  }
  const { title, body: text } = body;
  if (typeof title !== 'string') {
    const errors = [{ resource: 'Issue', field: 'title', code: 'missing_field' }];
    return { status: 422, data: { ...said('Validation Failed'), errors } };
  }
  return { status: 201, data: makeIssue(issues, title, String(text ?? ''), now()) };
}

export function makeIssue(issues: MadeIssue[], title: string, body: string, at: number): MadeIssue {
  const number = issues.length + 1;
  const html_url = `https://github.com/acme/shop/issues/${number}`;
  const created_at = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  const made = { number, title, body, created_at, html_url };
  issues.push(made);
  return made;
}

const said = (message: string) => ({ message, documentation_url: DOCS });

function fail(response: ServerResponse, fault: Fault, now: () => number): void {
  switch (fault) {
    case 'bad-token':
      return write(response, 401, { ...said('Bad credentials'), status: '401' });
    case 'no-right':
      return write(response, 403, said('Resource not accessible by personal access token'));
    case 'primary-limit': {
      const reset = Math.floor(now() / 1_000) + 600;
      const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
      return write(response, 403, said('API rate limit exceeded for user ID 1.'), headers);
    }
    case 'secondary-limit':
      return write(response, 403, said('You have exceeded a secondary rate limit.'), {
        'retry-after': '60',
      });
    case 'not-found':
      return write(response, 404, { ...said('Not Found'), status: '404' });
    case 'issues-off':
      return write(response, 410, said('Issues are disabled for this repo'));
    case 'spam':
      return write(response, 422, said('Validation Failed'));
    case 'server-error':
      return write(response, 502, { message: 'Server Error' });
    case 'portal':
      response.writeHead(200, { 'content-type': 'text/html' });
      return void response.end('<h1>Welcome to the hotel</h1>');
    default:
      response.destroy();
  }
}

function write(
  response: ServerResponse,
  status: number,
  data: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(data));
}
