import { hash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import { NEWER_BUNDLE, NOT_A_BUNDLE, notWhole, TOO_LARGE } from './refusal.ts';

/** The newest version of the format this build reads. docs/bundle-format.md describes it. */
export const BUNDLE_VERSION = 2;
/** What holds no images is written as the first version had it, for those who know no other. */
const WITHOUT_IMAGES = 1;

/** Largest file, in bytes. */
export const PACKED_MAX = 32_000_000;
/** Largest content, in bytes: what a bundle can make this desktop hold in memory. */
const CONTENT_MAX = 128_000_000;
/** Most a byte may unpack to. Talk packs to a tenth; only what is made to harm packs much better. */
const RATIO_MAX = 200;

const MAGIC = '{"quarterdeck":';
const HEADER =
  /^\{"quarterdeck":(\d{1,6}),"sha256":"([0-9a-f]{64})","bytes":(\d{1,12}),"packed":(\d{1,12})\}$/;
const HEADER_MAX = 200;
const NEWLINE = 10;

/**
 * Packs content into a file: one line that says what follows, then the content, by gzip. At once, not
 * on another thread, whose time is not the clock's: a run must be the same each time.
 */
export function pack(content: string, hasImages = false): Result<Buffer, ContractError> {
  const bytes = Buffer.from(content);
  const packed = gzipSync(bytes);
  if (bytes.length > CONTENT_MAX || packed.length > PACKED_MAX) return err(TOO_LARGE);
  const sum = hash('sha256', bytes);
  const version = hasImages ? BUNDLE_VERSION : WITHOUT_IMAGES;
  const header = `{"quarterdeck":${version},"sha256":"${sum}","bytes":${bytes.length},"packed":${packed.length}}\n`;
  return ok(Buffer.concat([Buffer.from(header), packed]));
}

type Header = {
  readonly sum: string;
  readonly bytes: number;
  readonly packed: Buffer;
};

/**
 * Unpacks a file. What it says of itself is checked before anything is unpacked, and unpacking ends
 * at the size it named: a small file cannot fill the memory.
 */
export function unpack(file: Buffer): Result<string, ContractError> {
  const header = readHeader(file);
  if (!header.ok) return header;
  const { sum, bytes, packed } = header.value;
  let content: Buffer;
  try {
    content = gunzipSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch (cause) {
    return err(notWhole(String(Object(cause).code ?? 'it cannot be unpacked')));
  }
  if (content.length !== bytes) return err(notWhole('its content has another length'));
  if (hash('sha256', content) !== sum) return err(notWhole('its checksum differs'));
  return ok(content.toString());
}

function readHeader(file: Buffer): Result<Header, ContractError> {
  if (file.length > PACKED_MAX + HEADER_MAX) return err(TOO_LARGE);
  const head = file.subarray(0, HEADER_MAX);
  const end = head.indexOf(NEWLINE);
  const line = head.subarray(0, end < 0 ? HEADER_MAX : end).toString('latin1');
  if (!line.startsWith(MAGIC)) return err(NOT_A_BUNDLE);
  const version = Number.parseInt(line.slice(MAGIC.length), 10);
  if (version > BUNDLE_VERSION) return err(NEWER_BUNDLE);
  const fields = end < 0 ? null : HEADER.exec(line);
  if (fields === null || version < WITHOUT_IMAGES) return err(notWhole('its first line is odd'));
  const [, , sum = '', bytesText, packedText] = fields;
  const bytes = Number(bytesText);
  const packed = Number(packedText);
  if (bytes > CONTENT_MAX || packed > PACKED_MAX) return err(TOO_LARGE);
  if (bytes > packed * RATIO_MAX) return err(TOO_LARGE);
  const rest = file.subarray(end + 1);
  if (rest.length !== packed) return err(notWhole('it was cut, or something was added'));
  return ok({ sum, bytes, packed: rest });
}
