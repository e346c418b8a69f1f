import { expect, test } from 'vitest';
import { serveScheme } from './app-scheme.ts';
import { createElectronDouble } from './testing/electron-double.ts';

const file = { body: Buffer.from('<!doctype html>'), type: 'text/html; charset=utf-8' };
const double = createElectronDouble();
serveScheme(
  double.parts,
  new Map([
    ['/index.html', file],
    ['/assets/page.js', file],
  ]),
);

test('serves the page under its policy', async () => {
  const page = await double.fetch('app://quarterdeck/');
  expect(page.status).toBe(200);
  const policy = page.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect((await double.fetch('app://quarterdeck/assets/page.js')).status).toBe(200);
});

test.each([
  'app://evil/index.html',
  'app://quarterdeck:80/index.html',
  'app://quarterdeck/..%2f..%2fpackage.json',
  'app://quarterdeck/%2e%2e/%2e%2e/etc/passwd',
  'app://quarterdeck/%252e%252e/package.json',
  'app://quarterdeck/..%5cx',
  'app://quarterdeck//index.html',
  'app://quarterdeck/index.html%00',
  'app://quarterdeck/index.html/',
  'app://quarterdeck/assets',
  'app://quarterdeck/__proto__',
])('has nothing at %s', async (address) => {
  expect((await double.fetch(address)).status).toBe(404);
});
