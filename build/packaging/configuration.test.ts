import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readManifest } from './app-folder.ts';
import { packageConfiguration, updateFeed } from './configuration.ts';

const ROOT = join(import.meta.dirname, '..', '..');

function configuration(signs: boolean) {
  return packageConfiguration({
    root: ROOT,
    manifest: readManifest(ROOT),
    app: 'app',
    output: 'packages',
    electron: 'electron',
    electronVersion: '45.4.1',
    signs,
    notarizes: signs,
  });
}

test('the app is made for all three systems, and known there by its links and its files', () => {
  const { linux, mac, win, protocols, fileAssociations } = configuration(true);
  expect([linux?.target, mac?.target, win?.target]).toEqual([
    ['AppImage', 'deb', 'rpm'],
    ['dmg', 'zip'],
    ['nsis'],
  ]);
  expect(protocols).toMatchObject({ schemes: ['quarterdeck'] });
  expect(fileAssociations).toMatchObject({ ext: 'quarterdeck' });
  for (const icon of [linux?.icon, mac?.icon, win?.icon])
    expect(existsSync(String(icon))).toBe(true);
});

test('Chromium keeps its sandbox wherever the app is started from', () => {
  expect(JSON.stringify(configuration(true))).not.toContain('no-sandbox');
  // An absent list would be the builder's own, which turns it off.
  expect(configuration(true).appImage).toEqual({ executableArgs: [] });
});

test('with a certificate the runtime is hardened, and gives up no more than V8 needs', () => {
  const { mac } = configuration(true);
  expect(mac).toMatchObject({ hardenedRuntime: true, notarize: true });
  expect(mac).not.toHaveProperty('identity');
  const entitlements = readFileSync(String(mac?.entitlements), 'utf8');
  expect(entitlements.match(/<key>(.*)<\/key>/g)).toEqual([
    '<key>com.apple.security.cs.allow-jit</key>',
  ]);
});

test('without one it still starts, signed for this computer alone', () => {
  expect(configuration(false).mac).toMatchObject({ hardenedRuntime: false, identity: '-' });
});

test('what carries no signature that an update could be held against looks for none', () => {
  const { linux, mac, win, publish } = configuration(false);
  expect([mac?.publish, win?.publish]).toEqual([null, null]);
  expect(linux).not.toHaveProperty('publish');
  expect(publish).toMatchObject({ provider: 'github' });
  const signed = configuration(true);
  expect(signed.forceCodeSigning).toBe(true);
  expect([signed.mac, signed.win].some((one) => one?.publish === null)).toBe(false);
});

test('updates come from the releases of the repository that package.json names', () => {
  expect(updateFeed({ repository: { type: 'git', url: 'git@github.com:ana/desk.git' } })).toEqual({
    provider: 'github',
    owner: 'ana',
    repo: 'desk',
  });
  const elsewhere = { repository: { type: 'git', url: 'https://example.com/desk' } };
  expect(() => updateFeed(elsewhere)).toThrow(/not on GitHub/);
});
