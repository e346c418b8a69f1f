import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { DeskSeen } from './desk-watch.ts';
import type { ElectronParts } from './electron-parts.ts';
import { trayState, trayTip } from './tray-menu.ts';

/**
 * The number of active incidents on the app's icon; where something is due, an exclamation mark in
 * its place on Windows, which draws a picture over its button and no number.
 * @param windows whose buttons in Windows' taskbar are marked
 */
export function showBadge(
  { app, readImage }: Pick<ElectronParts, 'app' | 'readImage'>,
  { out, platform }: { readonly out: string; readonly platform: NodeJS.Platform },
  windows: () => Iterable<BrowserWindow>,
): (seen: DeskSeen) => void {
  return (seen) => {
    if (platform !== 'win32') {
      app.setBadgeCount(seen.desk.active.length);
      return;
    }
    const state = trayState(seen);
    const icon = join(out, 'renderer', 'icons', `tray-${state}.png`);
    const picture = state === 'calm' ? null : readImage(icon);
    for (const window of windows()) window.setOverlayIcon(picture, trayTip(seen));
  };
}
