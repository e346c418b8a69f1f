import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { err, ok } from '#shared/base/result.ts';
import { RETURN_PATH } from '#shared/domain/slack-app.ts';
import type { OpenReturn, ReturnWords } from '../engine/ports.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** A code and a state are some hundred characters. */
const QUERY_MAX = 4_000;

/**
 * Waits on this computer for the browser that Slack sends back, and shows it how the sign-in went.
 * What it is given goes to the engine, which alone knows whether it is the answer to anything.
 */
export const openReturn: OpenReturn = (port, answer) => {
  const server = createServer((request, response) => {
    const query = queryOf(request, port);
    if (query === null) return say(response, 404, NOTHING);
    void answer(query).then((words) => say(response, 200, words));
  });
  return new Promise((resolve) => {
    server.once('error', (cause: NodeJS.ErrnoException) => resolve(err(cause.code ?? 'error')));
    // Only this computer can connect: never 0.0.0.0.
    server.listen(port, '127.0.0.1', () => {
      const close = () => {
        server.close();
        // What is being answered goes out; a browser's idle connections would hold the port.
        server.closeIdleConnections();
      };
      resolve(ok({ close }));
    });
  });
};

const NOTHING: ReturnWords = { title: 'There is nothing here', text: 'Go back to Quarterdeck.' };

/** What came behind the `?`; null for every other request. */
function queryOf({ method, url = '', headers }: IncomingMessage, port: number): string | null {
  // Another name that leads here is another page's trick.
  if (headers.host !== `localhost:${port}` || method !== 'GET') return null;
  const [path, ...rest] = url.split('?');
  const query = rest.join('?');
  return path === RETURN_PATH && query !== '' && query.length <= QUERY_MAX ? query : null;
}

/** The system's own letters and colours: the page is left at once. */
const STYLE =
  'main{max-width:32rem;margin:20vh auto;padding:0 1.5rem;font:16px/1.5 system-ui}h1{font-size:1.5rem}';
const CONTENT_SECURITY_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

function say(response: ServerResponse, status: number, words: ReturnWords): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(words.title)} | Quarterdeck</title>
<style>${STYLE}</style>
<main><h1>${escaped(words.title)}</h1><p>${escaped(words.text)}</p></main></html>
`);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
