import { describe, expect, test } from 'vitest';
import { DEFAULT_SHORTCUTS, keysOf, SHORTCUTS, shortcutRefusal } from './shortcut.ts';

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

describe('pressed keys', () => {
  test('are written as Electron names them', () => {
    const held = { ...none, ctrlKey: true, altKey: true, shiftKey: true };
    expect(keysOf({ ...held, key: 'D', code: 'KeyD' }, false)).toBe('CommandOrControl+Alt+Shift+D');
    expect(keysOf({ ...held, key: '!', code: 'Digit1' }, false)).toBe(
      'CommandOrControl+Alt+Shift+1',
    );
    expect(keysOf({ ...none, key: 'F13', code: 'F13' }, false)).toBe('F13');
    expect(keysOf({ ...held, key: 'ArrowUp', code: 'ArrowUp' }, false)).toMatch(/Up$/);
  });

  test('go by the letter on the key, and by its place where a modifier changes the sign', () => {
    // The key left of W on a French keyboard.
    expect(keysOf({ ...none, altKey: true, key: 'a', code: 'KeyQ' }, false)).toBe('Alt+A');
    // Option and D on a Mac.
    const mac = { ...none, altKey: true, metaKey: true, key: '∂', code: 'KeyD' };
    expect(keysOf(mac, true)).toBe('CommandOrControl+Alt+D');
  });

  test('are none while only modifiers are held, or with a key that has no name', () => {
    expect(
      keysOf({ ...none, ctrlKey: true, key: 'Control', code: 'ControlLeft' }, false),
    ).toBeNull();
    expect(keysOf({ ...none, key: 'Dead', code: 'BracketLeft' }, false)).toBeNull();
  });
});

describe('a shortcut', () => {
  test('that comes with the app may be taken, and so may none', () => {
    for (const name of SHORTCUTS) expect(shortcutRefusal(DEFAULT_SHORTCUTS[name])).toBeNull();
    expect(shortcutRefusal('')).toBeNull();
    expect(shortcutRefusal('F13')).toBeNull();
  });

  test.each([
    ['D', /two others/],
    ['F5', /two others/],
    ['CommandOrControl+C', /two others/],
    ['CommandOrControl+Alt+E', /Shift/],
    ['CommandOrControl+Shift+T', /Alt/],
    ['Hyper+Shift+D', /cannot be/],
    ['Shift+Shift+D', /cannot be/],
    ['CommandOrControl+Alt+', /cannot be/],
    ['__proto__+Alt+D', /cannot be/],
  ])('%s is refused, with what to press instead', (keys, words) => {
    expect(shortcutRefusal(keys)).toMatch(words);
  });
});
