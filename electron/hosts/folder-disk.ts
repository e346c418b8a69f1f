import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { ok, type Result } from '#shared/base/result.ts';
import type { FolderDisk } from '../engine/ports.ts';

/** A person's own folder on this computer's disk. */
export const folderDisk: FolderDisk = {
  resolve: (typed) => {
    const path = typed.replace(/^~(?=$|[\\/])/, homedir());
    return isAbsolute(path) && !path.includes('\0') ? normalize(path) : null;
  },
  check: (folder) =>
    coded(async () => {
      await makeFolder(folder);
      const trial = join(folder, `.quarterdeck-${randomBytes(6).toString('hex')}`);
      await (await open(trial, 'wx')).close();
      await rm(trial);
    }),
  write: (folder, name, text) => coded(() => writeWhole(folder, name, text)),
  remove: (folder, name) => coded(() => rm(join(folder, name), { force: true })),
};

/**
 * Makes a folder, and those above it. Node's own `recursive` goes round for ever where the system
 * says that a folder is missing which is there (`/proc`).
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw cause;
    await makeFolder(dirname(folder));
    await mkdir(folder);
  }
}

/**
 * Written beside it, on the disk, then given its name: whoever reads the folder, or a crash, finds the
 * old file or the new one. The folder is not made anew: a disk that is not plugged in is no empty one.
 */
async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  const draft = join(folder, `.${name}.${randomBytes(6).toString('hex')}`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
  await syncFolder(folder);
}

/** The name is on the disk too, where the system lets a folder be opened (Windows does not). */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function coded(task: () => Promise<unknown>): Promise<Result<void, string>> {
  try {
    await task();
    return ok(undefined);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    return { ok: false, error: code };
  }
}
