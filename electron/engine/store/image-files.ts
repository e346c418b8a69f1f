import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DAY } from '#shared/base/duration.ts';
import { IMAGE_HASH, IMAGE_MAX, readImage } from '#shared/domain/image.ts';
import { type Db, inTransaction } from './database.ts';
import { putInPlace } from './database-file.ts';
import { makeFolder } from './folder.ts';
import {
  forgetImage,
  imageByHash,
  type KeptImage,
  keptImages,
  saveImage,
  unusedImages,
} from './images.ts';

/**
 * The profile's folder of images that people added, each named by the hash of its bytes. Nothing is
 * ever taken away from here to make room: until Slack has one, this is the only copy there is.
 */
const FOLDER = 'images';
const PART = '.part';

/** How long an image that was never added is kept: somebody may come back to it. */
const UNUSED_FOR_MS = 7 * DAY;

type Store = Pick<Db, 'profile'>;

const pathOf = ({ profile }: Store, name: string) => join(profile, FOLDER, name);

export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A piece of an image that comes in several. `gap`: it does not follow on what came before. */
export type Piece = 'taken' | 'gap' | 'too large';

/**
 * Writes the next piece of an image that is being given. Throws what the disk throws; what came before
 * is gone then, since a full disk needs the room.
 * @param upload joins the pieces
 */
export function addPiece(store: Store, upload: string, offset: number, piece: Uint8Array): Piece {
  const made = makeFolder(join(store.profile, FOLDER));
  if (!made.ok) throw new Error(made.error);
  const path = pathOf(store, upload + PART);
  if (offset === 0) rmSync(path, { force: true });
  const there = existsSync(path) ? statSync(path).size : 0;
  if (there !== offset) return 'gap';
  if (offset + piece.byteLength > IMAGE_MAX) {
    rmSync(path, { force: true });
    return 'too large';
  }
  try {
    append(path, piece);
  } catch (cause) {
    rmSync(path, { force: true });
    throw cause;
  }
  return 'taken';
}

function append(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'a', 0o600);
  try {
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(file, bytes, at);
  } finally {
    closeSync(file);
  }
}

/** The bytes that were given under a name. */
export const givenBytes = (store: Store, upload: string): Buffer =>
  readFileSync(pathOf(store, upload + PART));

/** Throws away what was given. */
export function dropGiven(store: Store, upload: string): void {
  rmSync(pathOf(store, upload + PART), { force: true });
}

/**
 * Keeps what was given under its hash: on disk, whole, before this returns.
 * @param now ms since 1970
 */
export function keepGiven(db: Db, upload: string, image: KeptImage, now: number): void {
  putInPlace(pathOf(db, upload + PART), pathOf(db, image.hash));
  inTransaction(db, () => saveImage(db, image, now));
}

/** Keeps an image that is in memory, where it is not here yet. Throws what the disk throws. */
export function keepImage(db: Db, bytes: Uint8Array, image: KeptImage, now: number): void {
  if (lookUpImage(db, image.hash) !== null) return;
  addPiece(db, image.hash, 0, bytes);
  keepGiven(db, image.hash, image, now);
}

/** Where a kept image is and what it is; null when it is not here. */
export function lookUpImage(
  db: Db,
  hash: string,
): { readonly path: string; readonly image: KeptImage } | null {
  const image = IMAGE_HASH.test(hash) ? imageByHash(db, hash) : null;
  if (image === null) return null;
  const path = pathOf(db, hash);
  return existsSync(path) ? { path, image } : null;
}

/**
 * Brings folder and database together at a start: what a lost or older database does not know is
 * known again, what is gone from the disk is not, halves and what nobody came back for are thrown
 * away. @param now ms since 1970
 */
export function tidyImages(db: Db, now: number): void {
  const folder = join(db.profile, FOLDER);
  if (!existsSync(folder)) return;
  const names = new Set(readdirSync(folder));
  const known = keptImages(db);
  for (const name of names) {
    if (name.endsWith(PART)) rmSync(join(folder, name), { force: true });
    else if (!known.has(name)) adopt(db, name, now);
  }
  for (const hash of known) if (!names.has(hash)) forget(db, hash);
  for (const hash of unusedImages(db, now - UNUSED_FOR_MS)) {
    forget(db, hash);
    rmSync(join(folder, hash), { force: true });
  }
}

function forget(db: Db, hash: string): void {
  inTransaction(db, () => forgetImage(db, hash));
}

/** A file that is what its name says is known from now on; any other is left alone. */
function adopt(db: Db, name: string, now: number): void {
  if (!IMAGE_HASH.test(name)) return;
  const bytes = readFileSync(pathOf(db, name));
  const read = readImage(bytes);
  if (!read.ok || hashOf(bytes) !== name) return;
  const image = { hash: name, bytes: bytes.byteLength, ...read.value };
  inTransaction(db, () => saveImage(db, image, now));
}
