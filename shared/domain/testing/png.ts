const uint32 = (value: number): readonly number[] => [
  (value >>> 24) & 0xff,
  (value >>> 16) & 0xff,
  (value >>> 8) & 0xff,
  value & 0xff,
];

function crc32(bytes: readonly number[]): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum;
}

function adler32(bytes: readonly number[]): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}

function chunk(name: string, data: readonly number[]): readonly number[] {
  const body = [...[...name].map((one) => one.charCodeAt(0)), ...data];
  return [...uint32(data.length), ...body, ...uint32(crc32(body))];
}

/** Bytes as zlib has them, not made smaller. */
function stored(bytes: readonly number[]): readonly number[] {
  const most = 65_535;
  const blocks: number[] = [];
  for (let at = 0; at < bytes.length; at += most) {
    const block = bytes.slice(at, at + most);
    const { length } = block;
    const isLast = at + most >= bytes.length ? 1 : 0;
    const sizes = [length, ~length].flatMap((size) => [size & 0xff, (size >> 8) & 0xff]);
    blocks.push(isLast, ...sizes, ...block);
  }
  return [0x78, 0x01, ...blocks, ...uint32(adler32(bytes))];
}

/** A whole PNG of one grey, which any browser shows. @param shade 0 to 255 */
export function png(width = 40, height = 30, shade = 128): Uint8Array<ArrayBuffer> {
  const begin = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  // Eight bits, grey; no filters, not interlaced.
  const header = chunk('IHDR', [...uint32(width), ...uint32(height), 8, 0, 0, 0, 0]);
  const row = [0, ...Array<number>(width).fill(shade)];
  const rows = Array<readonly number[]>(height).fill(row).flat();
  return Uint8Array.from([
    ...begin,
    ...header,
    ...chunk('IDAT', stored(rows)),
    ...chunk('IEND', []),
  ]);
}
