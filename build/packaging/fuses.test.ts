import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FUSES, fuseProblems, setFuses } from './fuses.ts';
import { makeStandIn } from './stand-in.ts';

let folder: string;
let binary: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  makeStandIn(folder);
  binary = join(folder, 'electron');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('every fuse that there is has its setting and its reason', () => {
  const known = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
  expect(Object.keys(FUSES).map(Number)).toEqual(known);
  for (const { why } of Object.values(FUSES)) expect(why).not.toBe('');
});

test('nothing starts but our own code, as it was packaged', () => {
  const on = Object.entries(FUSES).filter(([, fuse]) => fuse.on);
  expect(on.map(([option]) => FuseV1Options[Number(option)])).toEqual([
    'EnableCookieEncryption',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
    'WasmTrapHandlers',
  ]);
});

test('they are set in a binary and read back from it', async () => {
  expect(await fuseProblems(binary)).toHaveLength(4);
  await setFuses(binary);
  expect(await fuseProblems(binary)).toEqual([]);
});

test('a binary that somebody has changed is noticed', async () => {
  await setFuses(binary);
  const bytes = readFileSync(binary);
  const first = bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 32 + 2;
  bytes.write('1', first + FuseV1Options.RunAsNode);
  writeFileSync(binary, bytes);
  expect(await fuseProblems(binary)).toEqual(['fuse RunAsNode is enable, not disable']);
});

test('a fuse that a new Electron brings stops the build', async () => {
  const bytes = readFileSync(binary);
  const count = bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 32 + 1;
  bytes.writeUInt8(bytes.readUInt8(count) + 1, count);
  writeFileSync(binary, Buffer.concat([bytes, Buffer.from('0')]));
  await expect(setFuses(binary)).rejects.toThrow(/strictlyRequireAllFuses/);
  expect(await fuseProblems(binary)).toContain('fuse 9 is new in this Electron: decide about it');
});
