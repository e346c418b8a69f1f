import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keptTokens } from './secrets.ts';
import { createElectronDouble } from './testing/electron-double.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a token', () => {
  const file = () => join(folder, 'slack-token.bin');

  test('is kept encrypted, found again, and forgotten when asked', async () => {
    const { parts } = createElectronDouble();
    const kept = await keptTokens(parts, folder);
    expect(kept).toMatchObject({ keeping: 'keychain', tokens: { slack: null, github: null } });
    await kept.keep('xoxp-secret', 'slack');
    expect(readFileSync(file(), 'latin1')).not.toContain('xoxp');
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect((await keptTokens(parts, folder)).tokens.slack).toBe('xoxp-secret');
    await kept.keep('ghp_secret', 'github');
    await kept.keep(null, 'slack');
    expect((await keptTokens(parts, folder)).tokens).toEqual({ slack: null, github: 'ghp_secret' });
    expect((await keptTokens(parts, folder)).tokens.slack).toBeNull();
  });

  test('is written anew when the system has changed its key', async () => {
    await (await keptTokens(createElectronDouble().parts, folder)).keep('xoxp-secret', 'slack');
    const { parts } = createElectronDouble({ hasNewKey: true });
    let written = 0;
    const encryptStringAsync = (text: string) => {
      written += 1;
      return parts.safeStorage.encryptStringAsync(text);
    };
    const safeStorage = { ...parts.safeStorage, encryptStringAsync };
    expect((await keptTokens({ safeStorage }, folder)).tokens.slack).toBe('xoxp-secret');
    expect(written).toBe(1);
  });

  test('that cannot be read any more is asked for again', async () => {
    writeFileSync(file(), '');
    const kept = await keptTokens(createElectronDouble().parts, folder);
    expect(kept).toMatchObject({ keeping: 'keychain', tokens: { slack: null, github: null } });
  });

  test.each([
    ['one everybody can open', { backend: 'basic_text' }, 'open-keychain'],
    ['one that is not known yet', { backend: 'unknown' }, 'open-keychain'],
    ['none', { hasKeychain: false }, 'session'],
  ] as const)(
    'is not written where the keychain is %s, and the person is told',
    async (_what, keychain, keeping) => {
      const { parts } = createElectronDouble(keychain);
      const kept = await keptTokens(parts, folder);
      expect(kept.keeping).toBe(keeping);
      await kept.keep('xoxp-secret', 'slack');
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test('is not written where the keychain does not answer at all', async () => {
    const { parts } = createElectronDouble();
    const safeStorage = {
      ...parts.safeStorage,
      isAsyncEncryptionAvailable: () => Promise.reject(new Error('no D-Bus')),
    };
    expect(await keptTokens({ safeStorage }, folder)).toMatchObject({
      keeping: 'session',
      tokens: { slack: null, github: null },
    });
  });

  test('that was kept while there was a keychain waits for it, and goes when somebody signs out without it', async () => {
    const { parts } = createElectronDouble();
    await (await keptTokens(parts, folder)).keep('xoxp-secret', 'slack');
    const without = () => keptTokens(createElectronDouble({ backend: 'basic_text' }).parts, folder);
    expect((await without()).tokens.slack).toBeNull();
    expect((await keptTokens(parts, folder)).tokens.slack).toBe('xoxp-secret');
    await (await without()).keep(null, 'slack');
    expect((await keptTokens(parts, folder)).tokens.slack).toBeNull();
  });

  test('of an earlier sign-in does not come back after another one that could not be kept', async () => {
    const { parts } = createElectronDouble();
    await (await keptTokens(parts, folder)).keep('xoxp-old', 'slack');
    const without = await keptTokens(createElectronDouble({ hasKeychain: false }).parts, folder);
    await without.keep('xoxp-new', 'slack');
    expect((await keptTokens(parts, folder)).tokens.slack).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is not told apart by half: a write that fails leaves what was kept, and says so', async () => {
    const { parts } = createElectronDouble();
    const kept = await keptTokens(parts, folder);
    await kept.keep('xoxp-old', 'slack');
    const safeStorage = {
      ...parts.safeStorage,
      encryptStringAsync: () => Promise.reject(new Error('locked')),
    };
    const locked = await keptTokens({ safeStorage }, folder);
    await expect(locked.keep('xoxp-new', 'slack')).rejects.toThrow('locked');
    expect((await keptTokens(parts, folder)).tokens.slack).toBe('xoxp-old');
    expect(readdirSync(folder)).toEqual(['slack-token.bin']);
  });
});
