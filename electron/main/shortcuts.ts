import type { ShellViewT } from '#shared/contract/views/shell.ts';
import {
  SHORTCUTS,
  type ShortcutName,
  type ShortcutProblem,
  type Shortcuts,
} from '#shared/domain/shortcut.ts';
import { asking } from '../hosts/asking.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import type { ElectronParts } from './electron-parts.ts';

export type ShortcutDeeds = { readonly [N in ShortcutName]: () => void };

/** Shortcuts whose keys could not be had. */
export type MissedShortcuts = ShellViewT['shortcuts'];

/**
 * Takes the keys that were chosen, and others as soon as others are; gives them back on quitting.
 * @param missed hears each time which of them could not be had
 */
export function followShortcuts(
  { globalShortcut, app }: Pick<ElectronParts, 'globalShortcut' | 'app'>,
  engine: EngineLink,
  deeds: ShortcutDeeds,
  missed: (shortcuts: MissedShortcuts, keys: Shortcuts) => void,
): void {
  const asks = asking(engine.request);
  let held = '';
  const take = async () => {
    const settings = await asks.query('settings', {});
    if (!settings.ok) return;
    const { shortcuts } = settings.value;
    const wanted = JSON.stringify(shortcuts);
    if (wanted === held) return;
    held = wanted;
    globalShortcut.unregisterAll();
    const found = SHORTCUTS.map((name) => ({
      name,
      problem: registered(globalShortcut, shortcuts[name], deeds[name]),
    }));
    const problems = found.flatMap(({ name, problem }) =>
      problem === null ? [] : [{ name, problem }],
    );
    missed(problems, shortcuts);
  };
  engine.subscribe(({ view }) => {
    if (view === 'settings') void take();
  });
  app.on('will-quit', () => globalShortcut.unregisterAll());
  void take();
}

/** Why the keys could not be had; null where they were, or none are wanted. */
function registered(
  globalShortcut: ElectronParts['globalShortcut'],
  keys: string,
  pressed: () => void,
): ShortcutProblem | null {
  if (keys === '') return null;
  try {
    return globalShortcut.register(keys, pressed) ? null : 'taken';
  } catch {
    // Electron knows no such key: an older or newer version wrote it.
    return 'unknown';
  }
}
