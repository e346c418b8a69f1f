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
    ['one everybody can open', { backend: 'basic_text' }],
    ['none', { hasKeychain: false }],
  ])('is not written where the keychain is %s', async (_what, keychain) => {
    const { parts } = createElectronDouble(keychain);
    const kept = await keptTokens(parts, folder);
    expect(kept.keeping).toBe('session');
    await kept.keep('xoxp-secret', 'slack');
    expect(readdirSync(folder)).toEqual([]);
  });
});
