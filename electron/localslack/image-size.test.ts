import fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageSize } from './image-size.ts';
import { PICTURE } from './testing/picture.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

test('a PNG, a GIF and a JPEG tell their size', () => {
  expect(imageSize(PICTURE)).toEqual({ width: 400, height: 300 });
  const gif = bytes(...Buffer.from('GIF89a'), 0x90, 0x01, 0x2c, 0x01);
  expect(imageSize(gif)).toEqual({ width: 400, height: 300 });
  const segment = [0xff, 0xe0, 0x00, 0x04, 0x00, 0x00];
  const frame = [0xff, 0xc0, 0x00, 0x0b, 0x08, 0x01, 0x2c, 0x01, 0x90, 0x01, 0x00];
  expect(imageSize(bytes(0xff, 0xd8, ...segment, ...frame))).toEqual({ width: 400, height: 300 });
});

test('whatever else it is given, it says nothing and goes on', () => {
  expect(imageSize(new TextEncoder().encode('not a picture'))).toBeNull();
  for (let cut = 0; cut < 24; cut++) expect(imageSize(PICTURE.subarray(0, cut))).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (tail) => {
      imageSize(bytes(0xff, 0xd8, ...tail));
    }),
  );
});
