import { readFileSync } from 'node:fs';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import { readImage } from '#shared/domain/image.ts';
import type { Db } from '../store/database.ts';
import { hashOf, keepImage, lookUpImage } from '../store/image-files.ts';
import { imageCountOf, keptImagesOf } from '../store/images.ts';
import { notWhole } from './refusal.ts';

/** Most bytes of images in one bundle: what is left of its size is for what was written. */
const IMAGES_MAX = 20_000_000;

/** An image in a bundle: its hash, and its bytes in base64. */
export type BundledImage = { readonly hash: string; readonly data: string };

/** Images of an incident for its bundle, the newest first, as many as it has room for. */
export function imagesOf(
  db: Db,
  incident: IncidentId,
): { readonly images: readonly BundledImage[]; readonly leftOut: number } {
  const images: BundledImage[] = [];
  let room = IMAGES_MAX;
  for (const { hash, bytes } of keptImagesOf(db, incident)) {
    const found = bytes > room ? null : lookUpImage(db, hash);
    if (found === null) continue;
    images.push({ hash, data: readFileSync(found.path).toString('base64') });
    room -= bytes;
  }
  return { images, leftOut: imageCountOf(db, incident) - images.length };
}

/**
 * Keeps the images of a bundle, where each is what it says; else none is kept. Throws what the disk
 * throws. @param now ms since 1970
 */
export function takeImages(
  db: Db,
  images: readonly BundledImage[],
  now: number,
): Result<void, ContractError> {
  const read = images.map(({ hash, data }) => {
    const bytes = Buffer.from(data, 'base64');
    const facts = readImage(bytes);
    const isSound = facts.ok && hashOf(bytes) === hash;
    return isSound ? { bytes, image: { hash, bytes: bytes.byteLength, ...facts.value } } : null;
  });
  if (read.includes(null)) return err(notWhole('an image in it is not what it says'));
  for (const one of read) if (one !== null) keepImage(db, one.bytes, one.image, now);
  return ok(undefined);
}
