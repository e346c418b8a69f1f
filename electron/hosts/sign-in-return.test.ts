import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { openReturn } from './sign-in-return.ts';

const WORDS = { title: 'You are signed in', text: 'Go <back> & on.' };

async function opened(port: number) {
  const asked: string[] = [];
  const open = await openReturn(port, async (query) => {
    asked.push(query);
    return WORDS;
  });
  if (!open.ok) throw new Error(open.error);
  onTestFinished(open.value.close);
  return { asked, close: open.value.close };
}

type Answered = { readonly status: number; readonly body: string; readonly policy: string };

/** A request as a browser makes it, by a name of the test's choice. */
function visit(port: number, path: string, host = `localhost:${port}`, method = 'GET') {
  return new Promise<Answered>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (got) => {
      let body = '';
      got.on('data', (data) => (body += String(data)));
      got.on('end', () => {
        const policy = String(got.headers['content-security-policy']);
        resolve({ status: got.statusCode ?? 0, body, policy });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('hands on what Slack sent the browser back with, and shows how it went', async () => {
  const { asked } = await opened(47_197);
  const page = await visit(47_197, '/oauth?code=1.2&state=a');
  expect(asked).toEqual(['code=1.2&state=a']);
  expect(page.status).toBe(200);
  expect(page.body).toContain('Go &lt;back> &amp; on.');
  expect(page.body).not.toContain('1.2');
  expect(page.policy).toContain("default-src 'none'");
});

const at = (port: number) => `localhost:${port}`;

const STRANGE: readonly (readonly [string, (port: number) => string, string])[] = [
  ['/', at, 'GET'],
  ['/oauth', at, 'GET'],
  ['/oauth/x?code=1', at, 'GET'],
  ['/oauth?code=1', () => 'evil.example', 'GET'],
  ['/oauth?code=1', at, 'POST'],
  [`/oauth?code=${'x'.repeat(5_000)}`, at, 'GET'],
];

test.each([...STRANGE.keys()])('strange request %i is answered by nobody', async (i) => {
  const [path, host, method] = STRANGE[i] ?? ['', at, ''];
  const port = 47_180 + i;
  const { asked } = await opened(port);
  expect((await visit(port, path, host(port), method)).status).toBe(404);
  expect(asked).toEqual([]);
});

test('a port in use is told, and free again when it was closed', async () => {
  const { close } = await opened(47_199);
  expect(await openReturn(47_199, async () => WORDS)).toEqual({ ok: false, error: 'EADDRINUSE' });
  close();
  await expect.poll(isFree).toBe(true);
});

async function isFree(): Promise<boolean> {
  const open = await openReturn(47_199, async () => WORDS);
  if (open.ok) open.value.close();
  return open.ok;
}
