import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenKeeping } from '#shared/domain/token-keeping.ts';
import type { KeepToken } from '../hosts/engine-worker.ts';
import type { SecretName } from '../hosts/protocol.ts';
import type { ElectronParts } from './electron-parts.ts';

/** How this desktop keeps its tokens, and those it kept. */
export type KeptTokens = {
  readonly keeping: TokenKeeping;
  readonly tokens: Readonly<Record<SecretName, string | null>>;
  readonly keep: KeepToken;
};

const FILES: Readonly<Record<SecretName, string>> = {
  slack: 'slack-token.bin',
  github: 'github-token.bin',
};

/** With these, or before one is known, Electron encrypts with a password that everybody knows. */
const OPEN_BACKENDS: readonly string[] = ['basic_text', 'unknown'];

/**
 * The tokens, encrypted by the system's keychain. Where Linux has none, or one that opens for every
 * program, they are kept until quit and not written at all. What an earlier start wrote stays for the
 * keychain's return, until somebody signs in or out without it.
 * @see electron docs/api/safe-storage.md
 */
export async function keptTokens(
  { safeStorage }: Pick<ElectronParts, 'safeStorage'>,
  profile: string,
): Promise<KeptTokens> {
  const pathOf = (name: SecretName) => join(profile, FILES[name]);
  const forget = (name: SecretName) => rmSync(pathOf(name), { force: true });
  const keeping = await keepingOf(safeStorage);
  if (keeping !== 'keychain') {
    const tokens = { slack: null, github: null };
    return { keeping, tokens, keep: async (_token, name) => forget(name) };
  }
  const keep: KeepToken = async (token, name) => {
    if (token === null) forget(name);
    else writeWhole(profile, pathOf(name), await safeStorage.encryptStringAsync(token));
  };
  const read = (name: SecretName) =>
    readToken(safeStorage, pathOf(name), (token) => keep(token, name));
  const tokens = { slack: await read('slack'), github: await read('github') };
  return { keeping: 'keychain', tokens, keep };
}

async function keepingOf(safeStorage: ElectronParts['safeStorage']): Promise<TokenKeeping> {
  try {
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return 'session';
    // Only Linux has several to choose from.
    const backend = safeStorage.getSelectedStorageBackend?.() ?? 'system';
    return OPEN_BACKENDS.includes(backend) ? 'open-keychain' : 'keychain';
  } catch {
    // The keychain's own service is not there, or does not answer.
    return 'session';
  }
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
