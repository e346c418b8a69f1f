import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startDesktop } from '../engine/testing/desktop.ts';
import { asking } from '../hosts/asking.ts';
import { openedFiles } from './follow-links.ts';
import { fileIn, openFiles } from './opened-files.ts';
import { createElectronDouble } from './testing/electron-double.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Ben's desk, which is handed files; and what it was shown. */
async function benWith(options: Parameters<typeof createElectronDouble>[0] = {}) {
  const ben = await startDesktop({ loginName: 'ben', seed: 2 });
  const double = createElectronDouble(options);
  const shown: (string | undefined)[] = [];
  const asks = asking((raw) => ben.engine.handle(raw));
  const open = openFiles(double.parts, asks, { show: (hash) => shown.push(hash) });
  return { ben, double, shown, open };
}

/** Ana's incident as a file, as she would send it. */
async function fileOfAna(): Promise<{ readonly path: string; readonly incident: string }> {
  const ana = await startDesktop({ profile: join(folder, 'ana'), loginName: 'ana' });
  const incident = await ana.declare('Checkout errors');
  const { path } = await ana.command('bundle.export', { incident });
  await ana.stop();
  return { path, incident };
}

test('a file that somebody opens is taken in once a person has said so, and shown', async () => {
  const { path, incident } = await fileOfAna();
  const { ben, double, shown, open } = await benWith();
  await open(path);
  expect(double.asked[0]).toMatch(/^ask Open the incident file .*\.quarterdeck\?$/);
  expect(shown).toEqual([undefined, `#/incident/${incident}`]);
  expect((await ben.query('desk', {})).active).toMatchObject([{ name: 'Checkout errors' }]);
  await ben.stop();
});

test('who says no has nothing taken in', async () => {
  const { path } = await fileOfAna();
  const { ben, shown, open } = await benWith({ saysNo: true });
  await open(path);
  expect(shown).toEqual([undefined]);
  expect((await ben.query('desk', {})).active).toEqual([]);
  await ben.stop();
});

test.each<[string, (path: string) => void, RegExp]>([
  ['junk', (path) => writeFileSync(path, 'junk'.repeat(300_000)), /was not opened/],
  ['empty', (path) => writeFileSync(path, ''), /was not opened/],
  ['gone', () => undefined, /cannot be read \(ENOENT\)/],
  ['a folder', (path) => mkdirSync(path), /cannot be read \(EISDIR\)/],
])('one that is %s is refused in words, and the desk goes on', async (_what, make, words) => {
  const path = join(folder, 'odd.quarterdeck');
  make(path);
  const { ben, double, open } = await benWith();
  await open(path);
  expect(double.asked.at(-1)).toMatch(words);
  await ben.declare('Still here');
  await ben.stop();
});

test.each<[readonly string[], string | null]>([
  [['quarterdeck', 'a.quarterdeck'], '/work/a.quarterdeck'],
  [['quarterdeck', '/home/ana/A.QUARTERDECK'], '/home/ana/A.QUARTERDECK'],
  [['quarterdeck', 'a.quarterdeck', 'b.quarterdeck'], '/work/b.quarterdeck'],
  [['a.quarterdeck'], null],
  [['quarterdeck', '--profile=/a.quarterdeck'], null],
  [['quarterdeck', 'https://example.com/a.quarterdeck'], null],
  [['quarterdeck', 'quarterdeck://incident/INC-7F3K'], null],
  [['quarterdeck', 'a.txt'], null],
])('among %j the file is %s', (argv, file) => {
  expect(fileIn(argv, '/work')).toBe(file);
});

test('a file that starts the app on macOS waits until the app is ready', () => {
  const double = createElectronDouble();
  const files = openedFiles(double.parts.app);
  double.emit('open-file', { preventDefault: () => undefined }, '/a.quarterdeck');
  const taken: string[] = [];
  files.deliver((path) => taken.push(path));
  double.emit('open-file', { preventDefault: () => undefined }, '/b.quarterdeck');
  expect(taken).toEqual(['/a.quarterdeck', '/b.quarterdeck']);
});
