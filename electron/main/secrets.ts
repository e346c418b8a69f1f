import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeepToken } from '../hosts/engine-worker.ts';
import type { SecretName } from '../hosts/protocol.ts';
import type { ElectronParts } from './electron-parts.ts';

/** How this desktop keeps its tokens, and those it kept. */
export type KeptTokens = {
  readonly keeping: 'keychain' | 'session';
  readonly tokens: Readonly<Record<SecretName, string | null>>;
  readonly keep: KeepToken;
};

const FILES: Readonly<Record<SecretName, string>> = {
  slack: 'slack-token.bin',
  github: 'github-token.bin',
};

/**
 * The tokens, encrypted by the system's keychain. Where Linux has none, Electron would encrypt with a
 * password that everybody knows (`basic_text`): then they are kept until quit and not written at all.
 * @see electron docs/api/safe-storage.md
 */
export async function keptTokens(
  { safeStorage }: Pick<ElectronParts, 'safeStorage'>,
  profile: string,
): Promise<KeptTokens> {
  const pathOf = (name: SecretName) => join(profile, FILES[name]);
  if (!(await hasKeychain(safeStorage))) {
    const tokens = { slack: null, github: null };
    return { keeping: 'session', tokens, keep: async () => undefined };
  }
  const keep: KeepToken = async (token, name) => {
    const path = pathOf(name);
    if (token === null) rmSync(path, { force: true });
    else writeWhole(profile, path, await safeStorage.encryptStringAsync(token));
  };
  const read = (name: SecretName) =>
    readToken(safeStorage, pathOf(name), (token) => keep(token, name));
  const tokens = { slack: await read('slack'), github: await read('github') };
  return { keeping: 'keychain', tokens, keep };
}

async function hasKeychain(safeStorage: ElectronParts['safeStorage']): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return safeStorage.getSelectedStorageBackend?.() !== 'basic_text';
}

async function readToken(
  safeStorage: ElectronParts['safeStorage'],
  path: string,
  keep: (token: string) => Promise<void>,
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
