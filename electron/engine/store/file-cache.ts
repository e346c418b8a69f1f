import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Db, inTransaction } from './database.ts';
import { hashOf } from './image-files.ts';
import {
  fileById,
  keptBytes,
  keptFiles,
  setFileKept,
  setFileState,
  setFileUsed,
} from './slack-files.ts';

/** The profile's folder of fetched files; each is named by its id alone. */
const FOLDER = 'files';
const PART = '.part';

/** Ids as Slack makes them. Nothing else becomes a name on the disk. */
export const FILE_ID = /^F[A-Z0-9]{1,29}$/;

/** Where fetched files are kept, and how much of them. */
export type FileCache = {
  readonly db: Db;
  readonly profile: string;
  /** Bytes of all together. */
  readonly most: number;
};

const pathOf = ({ profile }: Pick<FileCache, 'profile'>, id: string) => join(profile, FOLDER, id);

/**
 * Keeps a file: whole under its name or not at all. What was not looked at for longest makes room.
 * Throws what the disk throws.
 */
export function keepFile(
  cache: FileCache,
  id: string,
  file: { readonly type: string; readonly body: Uint8Array; readonly now: number },
): void {
  const path = pathOf(cache, id);
  mkdirSync(join(cache.profile, FOLDER), { recursive: true, mode: 0o700 });
  const descriptor = openSync(path + PART, 'w', 0o600);
  try {
    for (let at = 0; at < file.body.byteLength; ) at += writeSync(descriptor, file.body, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(path + PART, path);
  const { type, now } = file;
  const hash = hashOf(file.body);
  inTransaction(cache.db, () =>
    setFileKept(cache.db, id, { type, hash, bytes: file.body.byteLength, now }),
  );
  makeRoom(cache, id);
}

function makeRoom(cache: FileCache, latest: string): void {
  let bytes = keptBytes(cache.db);
  for (const old of keptFiles(cache.db)) {
    if (bytes <= cache.most) return;
    if (old.id === latest) continue;
    inTransaction(cache.db, () => setFileState(cache.db, old.id, 'dropped', null));
    rmSync(pathOf(cache, old.id), { force: true });
    bytes -= old.bytes;
  }
}

/**
 * Where a kept file is, and what it is by its content; null when it is not here. One that was dropped,
 * or is gone from the disk, is wanted again by this.
 * @param now ms since 1970
 */
export function lookUpFile(
  cache: Pick<FileCache, 'db' | 'profile'>,
  id: string,
  now: number,
): { readonly path: string; readonly type: string } | null {
  const { db } = cache;
  const record = fileById(db, id);
  if (record === null || !FILE_ID.test(id)) return null;
  const path = pathOf(cache, id);
  if (record.state === 'kept' && record.type !== null && existsSync(path)) {
    setFileUsed(db, id, now);
    return { path, type: record.type };
  }
  if (record.state === 'kept' || record.state === 'dropped') setFileState(db, id, 'wanted', null);
  return null;
}

/**
 * A part of a kept file.
 * @returns fewer bytes than asked for at its end, and none behind it
 */
export function readPart(path: string, offset: number, size: number): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const part = Buffer.alloc(size);
    return part.subarray(0, readSync(descriptor, part, 0, size, offset));
  } finally {
    closeSync(descriptor);
  }
}

/** Removes what a crash left: halves, and files that nobody counts. */
export function tidyFiles({ db, profile }: Pick<FileCache, 'db' | 'profile'>): void {
  const folder = join(profile, FOLDER);
  if (!existsSync(folder)) return;
  const kept = new Set(keptFiles(db).map(({ id }) => id));
  for (const name of readdirSync(folder)) {
    if (!kept.has(name)) rmSync(join(folder, name), { force: true, recursive: true });
  }
}
