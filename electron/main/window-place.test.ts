import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createElectronDouble } from './testing/electron-double.ts';
import { createWindowDouble } from './testing/window-double.ts';
import { keepOnScreens, rememberedPlace, rememberPlace } from './window-place.ts';

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const { parts, displays, areas } = createElectronDouble();
const remembered = () => rememberedPlace(parts, profile, 'main');
const write = (value: unknown) =>
  writeFileSync(join(profile, 'window.json'), JSON.stringify(value));
const PLACE = { x: 40, y: 60, width: 900, height: 700, maximized: false, zoom: 0 };

test('a window opens where it was closed', () => {
  expect(remembered()).toBeNull();
  const window = createWindowDouble({});
  rememberPlace(window.asElectron, profile, 'main');
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
  rememberPlace(window.asElectron, join(profile, 'none'), 'main');
  expect(() => window.emit('close')).not.toThrow();
});

test('a window whose screen is taken away comes to one that is left; others stay', () => {
  const far = createWindowDouble({});
  const near = createWindowDouble({});
  far.move({ x: 2_500, y: 100, width: 2_400, height: 700 });
  keepOnScreens(parts, () => [far.asElectron, near.asElectron]);
  areas.push({ x: 1_920, y: 0, width: 2_560, height: 1_440 });
  displays.emit('display-metrics-changed');
  expect(far.asked).toEqual([]);
  areas.pop();
  displays.emit('display-removed');
  expect(far.asked).toEqual(['bounds {"x":0,"y":0,"width":1920,"height":700}']);
  expect(near.asked).toEqual([]);
});

test('a file of before, that says nothing of a zoom, holds', () => {
  const { zoom: _zoom, ...before } = PLACE;
  write(before);
  expect(remembered()).toEqual(PLACE);
});
