import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fetchBinary, hasDisplay } from './electron-binary.ts';

/** An installer that runs these lines. */
function installer(lines: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'install.mjs');
  writeFileSync(file, lines);
  return file;
}

async function serve(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/electron.zip`;
}

const silent = () => serve(createServer(() => undefined));
const HANGS = 'console.error("begun"); setInterval(() => undefined, 1000);';

test('an installer that nobody answers is ended', { timeout: 20_000 }, async () => {
  const begun = performance.now();
  expect(await fetchBinary(installer(HANGS), await silent(), 2_000)).toBe('begun\n');
  expect(performance.now() - begun).toBeLessThan(15_000);
});

test('one that is answered may take its time', { timeout: 20_000 }, async () => {
  const answering = await serve(createServer((_request, response) => void response.end()));
  const slow = installer('setTimeout(() => console.error("done"), 4500);');
  expect(await fetchBinary(slow, answering, 4_000)).toBe('done\n');
});

test('one that fails by itself tells why, at once', async () => {
  const failing = installer('console.error("TypeError: fetch failed"); process.exit(1);');
  const begun = performance.now();
  expect(await fetchBinary(failing, await silent(), 30_000)).toBe('TypeError: fetch failed\n');
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', { DISPLAY: '' }, false],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('on %s with %j a window can be shown: %s', (platform, environment, can) => {
  expect(hasDisplay(platform, environment)).toBe(can);
});
