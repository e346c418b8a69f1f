import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentProblems, weights } from './contents.ts';
import { integrityProblems, readArchive, strayResources } from './read-package.ts';

const CHECKOUT = '/home/ana/quarterdeck';
const ICONS = ['calm', 'active', 'attention'].flatMap((state) =>
  ['', '@2x', 'Template', 'Template@2x'].map(
    (form) => `out/renderer/icons/tray-${state}${form}.png`,
  ),
);
const NATIVE = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';
const MANIFEST = { name: 'quarterdeck', dependencies: { 'better-sqlite3': '13.2.0' } };
/** The least that a good package holds. */
const GOOD: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify(MANIFEST),
  LICENSE: 'Apache',
  'NOTICES.txt': 'MIT',
  'out/main/main.js': 'import "electron";',
  'out/main/worker.js': 'export {};',
  'out/main/chunks/sentence-DH7rriHc.js': 'export {};',
  'out/preload/preload.cjs': '"use strict";',
  'out/renderer/index.html': '<!doctype html>',
  'out/renderer/assets/Button-BdWVgh0a.js': 'export {};',
  'out/renderer/icons/quarterdeck.svg': '<svg/>',
  ...Object.fromEntries(ICONS.map((path) => [path, 'PNG'])),
  'node_modules/better-sqlite3/package.json': '{}',
  'node_modules/better-sqlite3/lib/index.js': 'module.exports = {};',
  [NATIVE]: 'ELF',
};

let folder: string;
let made = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An archive of the good package with these files changed; null takes one away. */
async function archive(changed: Readonly<Record<string, string | null>> = {}, unpack = '*.node') {
  // Archives are remembered by their path.
  made += 1;
  const app = join(folder, `app-${made}`);
  for (const [path, content] of Object.entries({ ...GOOD, ...changed })) {
    if (content === null) continue;
    mkdirSync(dirname(join(app, path)), { recursive: true });
    writeFileSync(join(app, path), content);
  }
  const path = join(folder, `${made}`, 'resources', 'app.asar');
  await createPackageWithOptions(app, path, { unpack });
  return path;
}

async function problems(changed: Readonly<Record<string, string | null>> = {}, unpack = '*.node') {
  return contentProblems(readArchive(await archive(changed, unpack)), CHECKOUT);
}

describe('a package', () => {
  test('that holds what it must and nothing else is good', async () => {
    expect(await problems()).toEqual([]);
    expect(integrityProblems(await archive())).toEqual([]);
    expect(strayResources(join(folder, `${made}`))).toEqual([]);
  });

  test.each([
    ['out/main/shell.test.js', 'is a test'],
    ['electron/main/testing/electron-double.js', 'is a test'],
    ['.env', 'is a secret'],
    ['out/main/.env.local', 'is a secret'],
    ['signing.p12', 'is a secret'],
    ['.npmrc', 'is a secret'],
    ['electron/main/main.ts', 'is a source'],
    ['node_modules/better-sqlite3/deps/sqlite3/sqlite3.c', 'is a source'],
    ['out/renderer/assets/Button-BdWVgh0a.js.map', 'is a source map'],
    [
      'node_modules/vitest/index.js',
      'is a package that is bundled already, or only for development',
    ],
    ['node_modules/react/index.js', 'is a package that is bundled already'],
    ['README.md', 'is nothing that belongs in a package'],
    ['quarterdeck.db', 'is nothing that belongs in a package'],
  ])('with %s is refused: it %s', async (path, why) => {
    expect(await problems({ [path]: 'x' })).toEqual([expect.stringContaining(`${path} ${why}`)]);
  });

  test.each([
    ['a Slack token', `const token = 'xoxb-123456789012-123456789012-AbCdEfGhIjKl';`],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
    ['a token of a registry', `'ghp_${'a1'.repeat(18)}'`],
    ['a pointer to a source map', 'export {};\n//# sourceMappingURL=main.js.map'],
    ['the path of the checkout it was built in', `const at = '${CHECKOUT}/electron';`],
  ])('that holds %s in a file is refused', async (what, content) => {
    const found = await problems({ 'out/main/main.js': content });
    expect(found).toEqual([`out/main/main.js holds ${what}`]);
  });

  test("whose package.json names what only development needs is refused, and so is a dependency's", async () => {
    const manifest = { ...MANIFEST, devDependencies: { vitest: '5' }, scripts: { test: 'x' } };
    expect(await problems({ 'package.json': JSON.stringify(manifest) })).toEqual([
      'package.json names devDependencies',
      'package.json names scripts',
    ]);
    const more = { dependencies: { 'better-sqlite3': '13.2.0', react: '19' } };
    expect(await problems({ 'package.json': JSON.stringify(more) })).toEqual([
      'package.json depends on better-sqlite3, react',
    ]);
  });

  test('must have its native module beside the archive, once, and nothing else there', async () => {
    expect(await problems({}, '*.none')).toEqual([`${NATIVE} is not unpacked`]);
    const second = NATIVE.replace('x64', 'arm64');
    expect(await problems({ [second]: 'ELF' })).toEqual(['2 native libraries are there, not one']);
    expect(await problems({ [second]: null }, '{*.node,worker.js}')).toContainEqual(
      'out/main/worker.js is unpacked, where nothing guards it',
    );
  });

  test('that misses something is refused', async () => {
    expect(await problems({ 'out/preload/preload.cjs': null })).toEqual([
      'out/preload/preload.cjs is missing',
    ]);
  });

  test('that has grown heavy is refused', async () => {
    const files = readArchive(await archive());
    const heavy = {
      ...GOOD,
      path: 'out/main/main.js',
      bytes: 4e6,
      unpacked: false,
      text: () => '',
    };
    const grown = [...files.filter(({ path }) => path !== heavy.path), heavy];
    expect(contentProblems(grown, CHECKOUT)).toEqual([
      expect.stringMatching(/^main process and engine weighs 40000\d\d bytes, more than 3500000$/),
    ]);
    expect(weights(files).map(({ name }) => name)).toContain('SQLite');
  });

  test('whose files are not those that its archive vouches for is refused', async () => {
    const path = await archive();
    appendFileSync(join(`${path}.unpacked`, NATIVE), 'and more');
    expect(integrityProblems(path)).toEqual([`${NATIVE} is not what the archive vouches for`]);
  });

  test("with Electron's demo, or a folder that comes before the archive, is refused", async () => {
    const resources = dirname(await archive());
    writeFileSync(join(resources, 'default_app.asar'), '');
    mkdirSync(join(resources, 'app'));
    expect(strayResources(dirname(resources))).toHaveLength(2);
  });
});
