import { expect, test } from 'vitest';
import { denyPermissions } from './permissions.ts';
import { createElectronDouble } from './testing/electron-double.ts';

const double = createElectronDouble();
denyPermissions(double.parts);
const page = 'app://quarterdeck/';
/** What the page is told when it asks, and when it looks whether it may. */
function decisions(permission: string, origin: string): unknown[] {
  const decided: unknown[] = [];
  const decide = (granted: unknown) => decided.push(granted);
  double.permissions.request?.(null, permission, decide, { requestingUrl: origin });
  decided.push(double.permissions.check?.(null, permission, origin));
  return decided;
}

test.each(['notifications', 'clipboard-sanitized-write'])('%s is for our page alone', (name) => {
  expect(decisions(name, page)).toEqual([true, true]);
  expect(decisions(name, 'https://evil.example/')).toEqual([false, false]);
  expect(decisions(name, 'app://evil/')).toEqual([false, false]);
});

test.each([
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
])('%s is refused', (name) => {
  expect(decisions(name, page)).toEqual([false, false]);
});

test('no device is ever handed out', () => {
  expect(double.permissions.device?.({ deviceType: 'usb' })).toBe(false);
});
