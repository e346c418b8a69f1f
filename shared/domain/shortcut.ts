/** What can be done from whatever program is in front. */
export const SHORTCUTS = ['declare', 'note'] as const;
export type ShortcutName = (typeof SHORTCUTS)[number];

/** Keys in Electron's notation (`CommandOrControl+Alt+Shift+D`); empty: none. */
export type Shortcuts = { readonly [N in ShortcutName]: string };

export const DEFAULT_SHORTCUTS: Shortcuts = {
  declare: 'CommandOrControl+Alt+Shift+D',
  note: 'CommandOrControl+Alt+Shift+N',
};

/** Why keys that were chosen do not work on this computer. */
export const SHORTCUT_PROBLEMS = ['taken', 'unknown'] as const;
export type ShortcutProblem = (typeof SHORTCUT_PROBLEMS)[number];

/** Longest notation that can be made from the parts below. */
export const SHORTCUT_MAX = 60;

const MODIFIERS = ['CommandOrControl', 'Command', 'Control', 'Alt', 'Shift', 'Super'] as const;
type Modifier = (typeof MODIFIERS)[number];
const KEY = /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown)$/;
const FREE_KEY = /^F(1[3-9]|2[0-4])$/;

/** What somebody pressed, as the page is told (DOM's KeyboardEvent). */
export type Pressed = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
};

/** The keys in Electron's notation; null while only modifiers are held, or the key cannot be one. */
export function keysOf(pressed: Pressed, isMac: boolean): string | null {
  const key = keyOf(pressed);
  if (key === null) return null;
  const held = [
    pressed.ctrlKey && (isMac ? 'Control' : 'CommandOrControl'),
    pressed.metaKey && (isMac ? 'CommandOrControl' : 'Super'),
    pressed.altKey && 'Alt',
    pressed.shiftKey && 'Shift',
  ].filter((one) => one !== false);
  return [...held, key].join('+');
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right' },
  Space: 'Space',
};

/** The letter that stands on the key; where a modifier makes another sign of it, the key's place. */
function keyOf({ key, code }: Pressed): string | null {
  const letter = key.toUpperCase();
  if (/^[A-Z]$/.test(letter)) return letter;
  const place = NAMED[code] ?? code.replace(/^(Key|Digit)/, '');
  return KEY.test(place) ? place : null;
}

/** Why keys should not be taken from all other programs, in words; null where they may be. */
export function shortcutRefusal(keys: string): string | null {
  if (keys === '') return null;
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const held = parts.slice(0, -1);
  const isKnown = held.every((part) => (MODIFIERS as readonly string[]).includes(part));
  if (!KEY.test(key) || !isKnown || new Set(held).size < held.length) {
    return 'These keys cannot be a shortcut. Press a letter or a digit with others held.';
  }
  if (FREE_KEY.test(key)) return null;
  const has = (modifier: Modifier) => held.includes(modifier);
  if (held.length < 2) return 'Other programs use these keys. Hold two others with it.';
  const isAltGr = held.length === 2 && has('Alt') && (has('Control') || has('CommandOrControl'));
  if (isAltGr && /^[A-Z0-9]$/.test(key)) {
    return 'On many keyboards these keys write a sign. Hold Shift with them.';
  }
  const isShiftAlone = held.length === 2 && has('Shift') && !has('Super');
  return isShiftAlone && (has('Control') || has('CommandOrControl')) && /^[CVXZTNIP]$/.test(key)
    ? 'Other programs use these keys. Hold Alt with them.'
    : null;
}
