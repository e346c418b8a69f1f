import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { icnsFile, icoFile } from './icon-files.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const picture = (size: number) => ({ size, png: Buffer.concat([PNG, Buffer.from([size % 251])]) });

test("Windows' icon file leads to each of its pictures", () => {
  const file = icoFile([picture(16), picture(256)]);
  expect(file.readUInt16LE(2)).toBe(1);
  expect(file.readUInt16LE(4)).toBe(2);
  const found = [6, 22].map((entry) => {
    const [length, at] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)];
    return { side: file.readUInt8(entry), png: file.subarray(at, at + length) };
  });
  expect(found).toEqual([
    { side: 16, png: picture(16).png },
    { side: 0, png: picture(256).png },
  ]);
});

test("macOS's icon file is as long as it says, and names what it holds", () => {
  const file = icnsFile([picture(20), picture(128), picture(512)]);
  expect(file.toString('latin1', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  const types: string[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    types.push(file.toString('latin1', at, at + 4));
  }
  expect(types).toEqual(['ic07', 'ic09', 'ic14']);
});

test('the icons of the checkout are such files', () => {
  const icon = (name: string) => readFileSync(join(import.meta.dirname, 'icons', name));
  expect(icon('icon.ico').readUInt16LE(4)).toBe(7);
  const icns = icon('icon.icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  for (const size of [16, 32, 48, 64, 128, 256, 512]) {
    // Width and height of a PNG stand at these places.
    const png = icon(join('linux', `${size}x${size}.png`));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
});
