const ON_A_MAC: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Escape: 'Esc',
};
const ELSEWHERE: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Super: 'Win',
  Escape: 'Esc',
};
/** A Mac names what is held in this order. */
const HELD = ['Control', 'Alt', 'Shift', 'Mod'];

/** `Mod+Shift+K` as it is shown: `⇧⌘K` or `Ctrl Shift K`. */
export function keyLabel(key: string, hasCommandKey: boolean): string {
  const parts = key.split('+');
  const named = (names: Readonly<Record<string, string>>, part: string) => names[part] ?? part;
  if (!hasCommandKey) return parts.map((part) => named(ELSEWHERE, part)).join(' ');
  const held = HELD.filter((part) => parts.includes(part));
  const last = parts.filter((part) => !HELD.includes(part));
  return [...held, ...last].map((part) => named(ON_A_MAC, part)).join('');
}
