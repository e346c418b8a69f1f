import { join } from 'node:path';
import type { Tray } from 'electron';
import { type DeskSeen, NOTHING_SEEN } from './desk-watch.ts';
import type { ElectronParts } from './electron-parts.ts';
import { type TrayDeeds, type TrayState, trayMenu, trayState, trayTip } from './tray-menu.ts';

/** macOS colours a template icon by itself; elsewhere one drawing must do on light and dark. */
export function trayIcon(out: string, platform: NodeJS.Platform, state: TrayState): string {
  const name = platform === 'darwin' ? `tray-${state}Template.png` : `tray-${state}.png`;
  return join(out, 'renderer', 'icons', name);
}

/**
 * Shows in the tray how things stand, and each time it is called. Null where the desktop has no tray: then
 * the app ends with its last window.
 */
export function showTray(
  parts: Pick<ElectronParts, 'createTray' | 'buildMenu' | 'now'>,
  { out, platform }: { readonly out: string; readonly platform: NodeJS.Platform },
  deeds: TrayDeeds,
): ((seen: DeskSeen) => void) | null {
  const tray = made(parts, trayIcon(out, platform, 'calm'));
  if (tray === null) return null;
  const draw = (seen: DeskSeen) => {
    if (tray.isDestroyed()) return;
    tray.setImage(trayIcon(out, platform, trayState(seen)));
    tray.setToolTip(trayTip(seen));
    tray.setContextMenu(parts.buildMenu(trayMenu(seen, parts.now(), deeds)));
  };
  tray.on('click', deeds.open);
  draw(NOTHING_SEEN);
  return draw;
}

function made({ createTray }: Pick<ElectronParts, 'createTray'>, icon: string): Tray | null {
  try {
    return createTray(icon);
  } catch {
    return null;
  }
}
