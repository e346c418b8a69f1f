import { expect, it } from 'vitest';
import { keyLabel } from '../../ui/key-label.ts';
import { COMMANDS } from './commands.ts';
import { commandFor, isTyping } from './keys.ts';

const press = (key: string, held: 'ctrl' | 'meta' | 'alt' | null = null) => ({
  key,
  ctrlKey: held === 'ctrl',
  metaKey: held === 'meta',
  altKey: held === 'alt',
});
const named = (key: string, held: Parameters<typeof press>[1], isMac: boolean) =>
  commandFor(press(key, held), COMMANDS, isMac)?.name ?? null;

it('declares on ⌘N where there is ⌘, on Ctrl+N elsewhere, and on N', () => {
  expect(named('n', 'meta', true)).toBe('incident.declare');
  expect(named('n', 'ctrl', true)).toBe(null);
  expect(named('n', 'ctrl', false)).toBe('incident.declare');
  expect(named('n', 'meta', false)).toBe(null);
  expect(named('n', null, false)).toBe('incident.declare');
});

it('leaves keys that it does not know, and those with Alt, to others', () => {
  expect(named('y', null, false)).toBe(null);
  expect(named('c', 'ctrl', false)).toBe(null);
  expect(named('n', 'alt', false)).toBe(null);
});

it('knows what would write into a field', () => {
  expect(isTyping(press('c'))).toBe(true);
  expect(isTyping(press('n', 'ctrl'))).toBe(false);
  expect(isTyping(press('Escape'))).toBe(false);
});

it('gives no key to two commands', () => {
  const keys = COMMANDS.flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

it('writes keys as each system does', () => {
  expect(keyLabel('Mod+N', true)).toBe('⌘N');
  expect(keyLabel('Mod+N', false)).toBe('Ctrl N');
  expect(keyLabel('Mod+Shift+K', true)).toBe('⇧⌘K');
  expect(keyLabel('Mod+Shift+K', false)).toBe('Ctrl Shift K');
  expect(keyLabel('Escape', true)).toBe('Esc');
});
