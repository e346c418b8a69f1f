import { keyLabel } from '../../ui/key-label.ts';
import type { Command } from './command.ts';

/** The part of a key press that matters here. */
export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

/** The command of a key press, or null. */
export function commandFor(
  press: KeyPress,
  commands: readonly Command[],
  hasCommandKey: boolean,
): Command | null {
  const pressed = nameOf(press, hasCommandKey);
  return commands.find((command) => command.keys.some((key) => key === pressed)) ?? null;
}

function nameOf(press: KeyPress, hasCommandKey: boolean): string | null {
  const isMod = hasCommandKey ? press.metaKey : press.ctrlKey;
  const isOther = hasCommandKey ? press.ctrlKey : press.metaKey;
  if (press.altKey || isOther) return null;
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  return isMod ? `Mod+${key}` : key;
}

/** A key that writes into a field when it is pressed in one. */
export function isTyping(press: KeyPress): boolean {
  return press.key.length === 1 && !press.ctrlKey && !press.metaKey;
}

/** The key of a command as it is shown beside it; null where it has none. */
export function firstKey({ keys: [key] }: Command, hasCommandKey: boolean): string | null {
  return key === undefined ? null : keyLabel(key, hasCommandKey);
}
