import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeFolder } from './folder.ts';

describe('making a folder', () => {
  function temporary(): string {
    const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  }

  test('makes those above it too, for its owner alone, and leaves one that is there', () => {
    const folder = join(temporary(), 'a', 'b');
    expect(makeFolder(folder)).toEqual({ ok: true, value: undefined });
    expect(makeFolder(folder)).toEqual({ ok: true, value: undefined });
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('says why where it cannot', () => {
    const folder = temporary();
    writeFileSync(join(folder, 'file'), '');
    expect(makeFolder(join(folder, 'file'))).toMatchObject({ ok: false });
    expect(makeFolder(join(folder, 'file', 'a', 'b'))).toMatchObject({ ok: false });
  });

  test.runIf(process.platform === 'linux')('gives up at once where nothing can be made', () => {
    expect(makeFolder('/proc/quarterdeck/a')).toMatchObject({ ok: false });
  });
});
