import { join } from 'node:path';
import type { Tray } from 'electron';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import type { DeskViewT } from '#shared/contract/views.ts';
import { type Asking, asking } from '../hosts/asking.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import type { ElectronParts } from './electron-parts.ts';
import { type TrayDeeds, type TrayState, trayMenu, trayState, trayTip } from './tray-menu.ts';

/** macOS colours a template icon by itself; elsewhere one drawing must do on light and dark. */
export function trayIcon(out: string, platform: NodeJS.Platform, state: TrayState): string {
  const name = platform === 'darwin' ? `tray-${state}Template.png` : `tray-${state}.png`;
  return join(out, 'renderer', 'icons', name);
}

type TraySeen = { readonly desk: DeskViewT; readonly nudges: readonly NudgeViewT[] };

/**
 * Shows in the tray how things stand, and keeps it so. False where the desktop has no tray: then the
 * app ends with its last window.
 */
export function showTray(
  parts: Pick<ElectronParts, 'createTray' | 'buildMenu' | 'now'>,
  { out, platform }: { readonly out: string; readonly platform: NodeJS.Platform },
  engine: EngineLink,
  deeds: TrayDeeds,
): boolean {
  const tray = made(parts, trayIcon(out, platform, 'calm'));
  if (tray === null) return false;
  const asks = asking(engine.request);
  const draw = (seen: TraySeen) => {
    tray.setImage(trayIcon(out, platform, trayState(seen)));
    tray.setToolTip(trayTip(seen));
    tray.setContextMenu(parts.buildMenu(trayMenu(seen, parts.now(), deeds)));
  };
  const refresh = once(async () => {
    const seen = await look(asks);
    if (seen !== null && !tray.isDestroyed()) draw(seen);
  });
  tray.on('click', deeds.open);
  engine.subscribe(({ view }) => {
    if (view === 'desk' || view === 'nudges') refresh();
  });
  draw({ desk: { notice: null, active: [], after: [], recent: [] }, nudges: [] });
  refresh();
  return true;
}

function made({ createTray }: Pick<ElectronParts, 'createTray'>, icon: string): Tray | null {
  try {
    return createTray(icon);
  } catch {
    return null;
  }
}

async function look({ query }: Asking): Promise<TraySeen | null> {
  const desk = await query('desk', {});
  const nudges = await query('nudges', {});
  return desk.ok && nudges.ok ? { desk: desk.value, nudges: nudges.value.items } : null;
}

/** One look at a time; what changes meanwhile is looked at afterwards, once. */
function once(task: () => Promise<void>): () => void {
  let isRunning = false;
  let isAsked = false;
  const run = async () => {
    isRunning = true;
    do {
      isAsked = false;
      await task();
    } while (isAsked);
    isRunning = false;
  };
  return () => {
    isAsked = true;
    if (!isRunning) void run();
  };
}
