import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createElectronDouble } from './testing/electron-double.ts';
import { createWindowDouble } from './testing/window-double.ts';
import { rememberedPlace, rememberPlace } from './window-place.ts';

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const { parts } = createElectronDouble();
const remembered = () => rememberedPlace(parts, profile);
const write = (value: unknown) =>
  writeFileSync(join(profile, 'window.json'), JSON.stringify(value));
const PLACE = { x: 40, y: 60, width: 900, height: 700, maximized: false };

test('a window opens where it was closed', () => {
  expect(remembered()).toBeNull();
  const window = createWindowDouble({});
  rememberPlace(window.asElectron, profile);
  window.emit('close');
  expect(remembered()).toEqual(PLACE);
});

test.each([
  ['on a screen that was taken away', { ...PLACE, x: 3_000 }],
  ['above every screen', { ...PLACE, y: -400 }],
  ['with a corner alone in sight', { ...PLACE, x: -850 }],
  ['without a size', { ...PLACE, width: 0 }],
  ['with a size that no screen has', { ...PLACE, height: 1e9 }],
  ['in words', { ...PLACE, x: '40' }],
  ['nowhere', null],
])('a place %s is not used', (_what, place) => {
  write(place);
  expect(remembered()).toBeNull();
});

test('a profile that cannot be written costs the place and nothing else', () => {
  const window = createWindowDouble({});
  rememberPlace(window.asElectron, join(profile, 'none'));
  expect(() => window.emit('close')).not.toThrow();
});
