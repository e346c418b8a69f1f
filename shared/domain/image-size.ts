/** In pixels. */
export type ImageSize = { readonly width: number; readonly height: number };

const RIFF = [0x52, 0x49, 0x46, 0x46];
const PNG = [0x89, 0x50, 0x4e, 0x47];
const GIF = [0x47, 0x49, 0x46, 0x38];
const JPEG = [0xff, 0xd8];

/** How large a PNG, GIF, JPEG or WebP is, by its header; null for anything else, or one cut short. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begins = (mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);
  if (begins(PNG))
    return view.byteLength < 24 ? null : sized(view.getUint32(16), view.getUint32(20));
  if (begins(GIF)) {
    return view.byteLength < 10 ? null : sized(view.getUint16(6, true), view.getUint16(8, true));
  }
  if (begins(RIFF)) return view.byteLength < 30 ? null : webpSize(view);
  return begins(JPEG) ? jpegSize(view) : null;
}

const sized = (width: number, height: number): ImageSize => ({ width, height });

/** A JPEG is a row of segments, each with its length; one that begins a frame has the size. */
function jpegSize(view: DataView): ImageSize | null {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const beginsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (beginsFrame) return sized(view.getUint16(at + 7), view.getUint16(at + 5));
    // Any number of 0xff may stand before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** @see developers.google.com/speed/webp/docs/riff_container */
function webpSize(view: DataView): ImageSize | null {
  switch (view.getUint32(12)) {
    case 0x56503858: // VP8X
      return sized(uint24(view, 24) + 1, uint24(view, 27) + 1);
    case 0x5650384c: {
      // VP8L: two times 14 bits, each one less.
      const bits = view.getUint32(21, true);
      return sized((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
    }
    case 0x56503820: // "VP8 "
      return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    default:
      return null;
  }
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
