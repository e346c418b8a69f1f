import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimIn, claimOf, IMAGE_MAX, readImage, sharedName } from './image.ts';
import { imageSize } from './image-size.ts';
import { png } from './testing/png.ts';

const bytes = (...parts: readonly (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : [...part].map((one) => one.charCodeAt(0)),
    ),
  );

function larger(image: Uint8Array, by: number): Uint8Array {
  const made = new Uint8Array(image.byteLength + by);
  made.set(image);
  return made;
}

const JPEG = bytes(
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 'JF', 0xff, 0xff, 0xc2, 0, 11, 8, 0, 30, 0, 40],
  ...[1, 1, 0x11, 0, 0xff, 0xd9],
);
const GIF = bytes('GIF89a', 40, 0, 30, 0, 0, 0, 0, 0x3b);
const webp = (kind: string, rest: readonly number[]) => {
  const body = bytes('WEBP', kind, 0, 0, 0, 0, ...rest);
  return bytes('RIFF', body.byteLength, 0, 0, 0, ...body);
};
const LOSSY = webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 40, 0, 30, 0]);
const LOSSLESS = webp('VP8L', [0x2f, 39, 0x40, 0x07, 0, 0, 0, 0, 0, 0]);
const EXTENDED = webp('VP8X', [0, 0, 0, 0, 39, 0, 0, 29, 0, 0]);

describe('what an image is', () => {
  test.each([
    ['PNG', png(), 'image/png'],
    ['JPEG', JPEG, 'image/jpeg'],
    ['GIF', GIF, 'image/gif'],
    ['lossy WebP', LOSSY, 'image/webp'],
    ['lossless WebP', LOSSLESS, 'image/webp'],
    ['extended WebP', EXTENDED, 'image/webp'],
  ])('%s is told by its bytes, with its size', (_name, image, type) => {
    expect(readImage(image)).toEqual({ ok: true, value: { type, width: 40, height: 30 } });
  });

  test.each([
    ['nothing', Uint8Array.of(), 'This file is empty. It was not added.'],
    ['text', bytes('hello'), 'This is not an image that can be shown. It was not added.'],
    [
      'a web page',
      bytes('<!doctype html>'),
      'This is not an image that can be shown. It was not added.',
    ],
    ['SVG', bytes('<svg onload="x()">'), 'SVG files can hold scripts, so they are not taken.'],
    [
      'SVG behind its preamble',
      bytes('<?xml version="1.0"?>\n<!-- x -->\n<SVG>'),
      'SVG files can hold scripts, so they are not taken.',
    ],
    [
      'a PNG without its end',
      png(200, 200).subarray(0, -12),
      'This image is cut off: its end is missing. It was not added.',
    ],
    [
      'a JPEG without its end',
      JPEG.subarray(0, -1),
      'This image is cut off: its end is missing. It was not added.',
    ],
    [
      'a WebP without its end',
      EXTENDED.subarray(0, -1),
      'This image is cut off: its end is missing. It was not added.',
    ],
    [
      'more bytes than the most',
      larger(png(), IMAGE_MAX),
      'This image has 10.0 MB: 10 MB is the most. It was not added.',
    ],
  ])('%s is refused in words', (_name, image, message) => {
    expect(readImage(image)).toMatchObject({ ok: false, error: { message } });
  });

  test('a small file that unpacks to a huge picture is refused', () => {
    const image = png();
    new DataView(image.buffer).setUint32(16, 100_000);
    new DataView(image.buffer).setUint32(20, 100_000);
    expect(readImage(image)).toMatchObject({
      ok: false,
      error: { message: 'This image has more than 100 million pixels. It was not added.' },
    });
  });

  test('any bytes are read without a failure', () => {
    const beginnings = [
      png().subarray(0, 8),
      JPEG.subarray(0, 4),
      GIF.subarray(0, 6),
      LOSSY.subarray(0, 16),
    ];
    const any = fc.tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 64 }));
    fc.assert(
      fc.property(any, ([beginning, rest]) => {
        const image = Uint8Array.from([...beginning, ...rest]);
        const size = imageSize(image);
        expect(size === null || (size.width >= 0 && size.height >= 0)).toBe(true);
        expect(typeof readImage(image).ok).toBe('boolean');
      }),
    );
  });
});

describe('the name in Slack', () => {
  const hash = '0123456789abcdef'.repeat(4);

  test.each([
    ['graph.png', 'graph'],
    ['Bildschirmfoto 2026-11-21 um 02.14.05.png', 'Bildschirmfoto-2026-11-21-um-02-14-05'],
    ['../../etc/passwd', 'etc-passwd'],
    ['日本.png', 'image'],
  ])('of %s says what it is and which', (name, stem) => {
    const shared = sharedName({ hash, name, type: 'image/jpeg' });
    expect(shared).toBe(`${stem}-${hash.slice(0, 32)}.jpg`);
    expect(claimIn(shared)).toBe(claimOf(hash));
  });

  test('of anybody’s file claims nothing', () => {
    expect(claimIn('graph.png')).toBeNull();
    expect(claimIn(`graph-${'g'.repeat(32)}.png`)).toBeNull();
  });
});
