import { imageSize } from './image-size.ts';
import { imageType } from './image-type.ts';

// Images that people add themselves: pasted, dropped or chosen.

/** Most bytes of one. */
export const IMAGE_MAX = 10_000_000;
/** Most pixels: a small file can unpack to a picture that fills the memory. */
const PIXELS_MAX = 100_000_000;
/** Longest name, and longest description. */
export const IMAGE_NAME_MAX = 200;
export const IMAGE_ALT_MAX = 1_000;

/** SHA-256 of an image's bytes in hex: what it is called everywhere. */
export const IMAGE_HASH = /^[0-9a-f]{64}$/;

/** What an image is by its bytes. */
export type ImageFacts = {
  readonly type: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
};

/** Why something is not taken as an image: what it is, and what to do. */
export type ImageRefusal = { readonly message: string; readonly hint: string };

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** @param bytes how many it has */
export const tooLarge = (bytes: number): ImageRefusal => ({
  message: `This image has ${megabytes(bytes)}: 10 MB is the most. It was not added.`,
  hint: 'Crop it or save it as JPEG, then add that.',
});

const NOTHING: ImageRefusal = {
  message: 'This file is empty. It was not added.',
  hint: 'Save or copy the image again, then add that.',
};
const SVG: ImageRefusal = {
  message: 'SVG files can hold scripts, so they are not taken.',
  hint: 'Save it as PNG, then add that.',
};
const NO_IMAGE: ImageRefusal = {
  message: 'This is not an image that can be shown. It was not added.',
  hint: 'Add a PNG, JPEG, GIF or WebP.',
};
const CUT_OFF: ImageRefusal = {
  message: 'This image is cut off: its end is missing. It was not added.',
  hint: 'Save or copy the image again, then add that.',
};
const TOO_MANY_PIXELS: ImageRefusal = {
  message: 'This image has more than 100 million pixels. It was not added.',
  hint: 'Make it smaller, then add that.',
};

/** How much of a file is looked through for what it claims to be. */
const HEAD = 1_000;

/** What an image is, or why it is not taken. Its name does not count, only its bytes. */
export function readImage(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly value: ImageFacts }
  | { readonly ok: false; readonly error: ImageRefusal } {
  const refused = (error: ImageRefusal) => ({ ok: false, error }) as const;
  if (bytes.byteLength === 0) return refused(NOTHING);
  if (bytes.byteLength > IMAGE_MAX) return refused(tooLarge(bytes.byteLength));
  const type = imageType(bytes);
  if (type === null) return refused(isSvg(bytes) ? SVG : NO_IMAGE);
  const size = imageSize(bytes);
  if (size === null || !isWhole(bytes, type)) return refused(CUT_OFF);
  if (size.width * size.height > PIXELS_MAX) return refused(TOO_MANY_PIXELS);
  return size.width === 0 || size.height === 0
    ? refused(NO_IMAGE)
    : { ok: true, value: { type, ...size } };
}

function isSvg(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD)).toLowerCase();
  return head.includes('<svg');
}

/** The last chunk of a PNG, with its checksum. */
const PNG_END = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const JPEG_END = [0xff, 0xd9];
const GIF_END = [0x3b];

/** Whether its end is there. Programs put bytes of their own behind it, so it need not be the last. */
function isWhole(bytes: Uint8Array, type: string): boolean {
  switch (type) {
    case 'image/png':
      return contains(bytes, PNG_END);
    case 'image/jpeg':
      return contains(bytes, JPEG_END);
    case 'image/gif':
      return contains(bytes, GIF_END);
    default:
      return bytes.byteLength >= riffLength(bytes);
  }
}

/** Of a WebP: what its header says. */
const riffLength = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8;

/** How far from its end the mark is looked for. */
const TAIL = 65_536;

function contains(bytes: Uint8Array, mark: readonly number[]): boolean {
  const from = Math.max(0, bytes.byteLength - TAIL);
  for (let at = bytes.byteLength - mark.length; at >= from; at--) {
    if (mark.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** The end that a name gets for each type. */
const ENDS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** How much of the hash stands in a name: enough that no two are alike by chance. */
const CLAIM_LENGTH = 32;
const CLAIMED = /-([0-9a-f]{32})\.(?:png|jpg|gif|webp)$/;
const STEM_MAX = 40;

/**
 * What an image is called in Slack: its own name for people, and the beginning of its hash, by which
 * every desktop knows which entry it belongs to.
 */
export function sharedName(image: {
  readonly hash: string;
  readonly name: string;
  readonly type: string;
}): string {
  const stem = image.name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, STEM_MAX);
  const end = ENDS[image.type] ?? 'png';
  return `${stem === '' ? 'image' : stem}-${claimOf(image.hash)}.${end}`;
}

/** The part of a hash that stands in a name. */
export const claimOf = (hash: string): string => hash.slice(0, CLAIM_LENGTH);

/** The beginning of the hash that a file in Slack claims to have; null for a file of anybody's. */
export const claimIn = (name: string): string | null => CLAIMED.exec(name)?.[1] ?? null;
