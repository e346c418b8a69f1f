import type { ElectronParts } from './electron-parts.ts';

/** Keys that work whatever program is in front. */
const KEYS = {
  declare: 'CommandOrControl+Alt+Shift+D',
  note: 'CommandOrControl+Alt+Shift+N',
} as const;

export type ShortcutDeeds = { readonly [K in keyof typeof KEYS]: () => void };

/** Takes the keys; `taken` hears of those that another program has. */
export function registerShortcuts(
  { globalShortcut, app }: Pick<ElectronParts, 'globalShortcut' | 'app'>,
  deeds: ShortcutDeeds,
  taken: (keys: string) => void,
): void {
  for (const name of ['declare', 'note'] as const) {
    if (!globalShortcut.register(KEYS[name], deeds[name])) taken(KEYS[name]);
  }
  app.on('will-quit', () => globalShortcut.unregisterAll());
}
