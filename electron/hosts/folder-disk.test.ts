import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderDisk } from './folder-disk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file is whole, takes the place of the old one, and leaves nothing beside it', async () => {
  expect(await folderDisk.write(folder, 'a.md', 'one')).toMatchObject({ ok: true });
  expect(await folderDisk.write(folder, 'a.md', 'two ✓')).toMatchObject({ ok: true });
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('two ✓');
  expect(readdirSync(folder)).toEqual(['a.md']);
  await folderDisk.remove(folder, 'a.md');
  expect(await folderDisk.remove(folder, 'a.md')).toMatchObject({ ok: true });
  expect(readdirSync(folder)).toEqual([]);
});

test('what stands in the way is told by the system’s code, and leaves the old file', async () => {
  await folderDisk.write(folder, 'a.md', 'one');
  const gone = join(folder, 'gone');
  expect(await folderDisk.write(gone, 'a.md', 'x')).toEqual({ ok: false, error: 'ENOENT' });
  writeFileSync(gone, '');
  expect(await folderDisk.check(gone)).toEqual({ ok: false, error: 'EEXIST' });
  mkdirSync(join(folder, 'b.md'));
  expect(await folderDisk.write(folder, 'b.md', 'x')).toMatchObject({ ok: false });
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md', 'gone']);
});

test('a folder is made with those above it, and one that cannot be is refused at once', async () => {
  const deep = join(folder, 'a', 'b');
  expect(await folderDisk.check(deep)).toMatchObject({ ok: true });
  expect(await folderDisk.check(deep)).toMatchObject({ ok: true });
  if (process.platform === 'linux') {
    expect(await folderDisk.check('/proc/incidents/here')).toMatchObject({ ok: false });
  }
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder that may not be written is refused when it is chosen',
  async () => {
    chmodSync(folder, 0o500);
    expect(await folderDisk.check(folder)).toEqual({ ok: false, error: 'EACCES' });
    chmodSync(folder, 0o700);
  },
);

test('a path is a whole one, or begins at home', () => {
  expect(folderDisk.resolve('~/incidents')).toBe(join(homedir(), 'incidents'));
  expect(folderDisk.resolve('incidents')).toBeNull();
  expect(folderDisk.resolve(`${folder}/../x`)).toBe(join(folder, '..', 'x'));
});
