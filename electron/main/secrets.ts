import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeepToken } from '../hosts/engine-worker.ts';
import type { ElectronParts } from './electron-parts.ts';

/** How this desktop keeps its token, and the token it kept. */
export type KeptToken = {
  readonly keeping: 'keychain' | 'session';
  readonly token: string | null;
  readonly keep: KeepToken;
};

const FILE = 'slack-token.bin';

/**
 * The token, encrypted by the system's keychain. Where Linux has none, Electron would encrypt with a
 * password that everybody knows (`basic_text`): then it is kept until quit and not written at all.
 * @see electron docs/api/safe-storage.md
 */
export async function keptToken(
  { safeStorage }: Pick<ElectronParts, 'safeStorage'>,
  profile: string,
): Promise<KeptToken> {
  const path = join(profile, FILE);
  if (!(await hasKeychain(safeStorage))) {
    return { keeping: 'session', token: null, keep: async () => undefined };
  }
  const keep = async (token: string | null) => {
    if (token === null) rmSync(path, { force: true });
    else writeWhole(profile, path, await safeStorage.encryptStringAsync(token));
  };
  return { keeping: 'keychain', token: await readToken(safeStorage, path, keep), keep };
}

async function hasKeychain(safeStorage: ElectronParts['safeStorage']): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return safeStorage.getSelectedStorageBackend?.() !== 'basic_text';
}

async function readToken(
  safeStorage: ElectronParts['safeStorage'],
  path: string,
  keep: KeepToken,
): Promise<string | null> {
  try {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(readFileSync(path));
    // The system has changed its key since.
    if (shouldReEncrypt) await keep(result);
    return result;
  } catch {
    // None kept yet, or the keychain was replaced: Settings then asks for it again.
    return null;
  }
}

/** All of it or nothing: a crash in between leaves the file as it was. */
function writeWhole(profile: string, path: string, data: Buffer): void {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  // On the disk before its name is: a token that is renewed cannot be had a second time.
  writeFileSync(`${path}.new`, data, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
