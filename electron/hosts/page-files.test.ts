import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readPageFiles } from './page-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the list holds the built files under their addresses, and nothing that only points there', () => {
  mkdirSync(join(folder, 'out', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'secret');
  writeFileSync(join(folder, 'out', 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'out', 'assets', 'page.js'), 'export {};');
  writeFileSync(join(folder, 'out', 'notes.md'), 'not for a page');
  symlinkSync(join(folder, 'secret.js'), join(folder, 'out', 'link.js'));
  const files = readPageFiles(join(folder, 'out'));
  expect([...files.keys()].sort()).toEqual(['/assets/page.js', '/index.html']);
  expect(files.get('/assets/page.js')?.type).toBe('text/javascript; charset=utf-8');
});
