import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { nodeCode } from './carried-fetch.ts';
import { systemFetch } from './system-fetch.ts';
import { selfMade } from './testing/certificate.ts';
import { startProxy, startSecure, type TestServer } from './testing/proxy.ts';

/** Nobody resolves this name: whoever is answered for it came through the proxy. */
const HOST = 'slack.quarterdeck.test';
const URL_THERE = `https://${HOST}/api/auth.test`;
const ANSWER = `GET ${HOST} /api/auth.test`;
const PROGRAM = join(import.meta.dirname, 'testing', 'fetch-in-thread.ts');

const closing = <S extends TestServer>(server: S): S => {
  onTestFinished(server.close);
  return server;
};

/** A company's network: Slack behind its proxy, with a certificate of its own make. */
async function company(options: { readonly refuses?: boolean } = {}) {
  const certificate = selfMade(HOST);
  const slack = closing(await startSecure(certificate));
  const proxy = closing(await startProxy(slack.port, options.refuses));
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'company.pem');
  writeFileSync(file, certificate.cert);
  return { ...certificate, slack, proxy, file, address: `http://127.0.0.1:${proxy.port}` };
}

/** What a thread of a program is answered that was started with these variables. */
async function inThread(url: string, environment: Record<string, string>): Promise<string> {
  const env = { PATH: process.env.PATH ?? '', ASKED_URL: url, ...environment };
  return (await promisify(execFile)(process.execPath, [PROGRAM], { env })).stdout;
}

test('the engine’s thread goes through the proxy of the environment, and trusts its certificate', async () => {
  const { proxy, file, address } = await company();
  const trusted = { HTTPS_PROXY: address, NODE_EXTRA_CA_CERTS: file };
  expect(await inThread(URL_THERE, trusted)).toBe(ANSWER);
  expect(await inThread(URL_THERE, { https_proxy: address, NODE_EXTRA_CA_CERTS: file })).toBe(
    ANSWER,
  );
  expect(proxy.asked).toEqual([`${HOST}:443`, `${HOST}:443`]);
});

test('a certificate that nobody vouches for is never accepted', async () => {
  const { address } = await company();
  expect(await inThread(URL_THERE, { HTTPS_PROXY: address })).toMatch(/^failed: (DEPTH_ZERO|SELF)/);
});

test('what NO_PROXY names, and this computer, is asked without the proxy', async () => {
  const { proxy, slack, file, address } = await company();
  const around = {
    HTTPS_PROXY: address,
    NO_PROXY: `other.test, ${HOST}`,
    NODE_EXTRA_CA_CERTS: file,
  };
  expect(await inThread(URL_THERE, around)).toMatch(/^failed: (ENOTFOUND|EAI_AGAIN)/);
  const here = { HTTPS_PROXY: address, HTTP_PROXY: address, NODE_EXTRA_CA_CERTS: file };
  // Reached itself, where its certificate is for another name.
  expect(await inThread(`https://127.0.0.1:${slack.port}/`, here)).toBe(
    'failed: ERR_TLS_CERT_ALTNAME_INVALID',
  );
  expect(proxy.asked).toEqual([]);
});

test('a proxy that wants a password is a failure, and names itself', async () => {
  const { proxy, file, address } = await company({ refuses: true });
  const refused = { HTTPS_PROXY: address, NODE_EXTRA_CA_CERTS: file };
  expect(await inThread(URL_THERE, refused)).toBe('failed: ERR_PROXY_REFUSED');
  expect(proxy.asked).not.toEqual([]);
});

test('what the system trusts is trusted beside Node’s own list, and read once', async () => {
  const { cert, address } = await company();
  let reads = 0;
  const fetch = systemFetch({ HTTPS_PROXY: address }, () => {
    reads += 1;
    return [cert];
  });
  expect(reads).toBe(0);
  expect(await (await fetch(URL_THERE)).text()).toBe(ANSWER);
  expect(await (await fetch(URL_THERE)).text()).toBe(ANSWER);
  expect(reads).toBe(1);
});

test('a system that refuses its certificates costs no more than those', async () => {
  const { address } = await company();
  const fetch = systemFetch({ HTTPS_PROXY: address }, () => {
    throw new Error('the keychain is locked');
  });
  const code = await fetch(URL_THERE).then(() => 'answered', nodeCode);
  expect(code).toMatch(/^(DEPTH_ZERO|SELF)/);
});
