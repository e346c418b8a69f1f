import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';

/**
 * Makes a folder for its owner alone, and the folders above it; one that is there is left as it is.
 * Step by step: Node's `recursive` tries for ever where nothing can be made, as in /proc.
 */
export function makeFolder(path: string): Result<void, string> {
  if (isFolder(path)) return ok(undefined);
  const above = dirname(path);
  const made = above === path ? ok(undefined) : makeFolder(above);
  if (!made.ok) return made;
  try {
    mkdirSync(path, { mode: 0o700 });
    return ok(undefined);
  } catch (cause) {
    // Another process may have been quicker.
    return isFolder(path) ? ok(undefined) : err(String(Object(cause).message));
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
