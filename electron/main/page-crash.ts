import type { BrowserWindow } from 'electron';
import { MINUTE } from '#shared/base/duration.ts';
import type { LogLine } from '../engine/ports.ts';
import type { ElectronParts } from './electron-parts.ts';

/** A page that ends more often than this would end again: then a person is told. */
const REVIVALS_MAX = 3;

/**
 * Loads a window's page again when its process ended under it: out of memory, or a bug. What was
 * typed is in the engine, and the address says where it was.
 */
export function reviveOnCrash(
  { dialog, now }: Pick<ElectronParts, 'dialog' | 'now'>,
  window: BrowserWindow,
  log: (line: LogLine) => void,
): void {
  let ends: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log({ level: 'error', event: 'page.gone', detail: { reason, exitCode } });
    ends = [...ends.filter((at) => now() - at < MINUTE), now()];
    if (ends.length <= REVIVALS_MAX) return window.webContents.reload();
    dialog.showErrorBox(
      'This window keeps ending',
      `Its page ended ${ends.length} times in a minute (${reason}). Nothing that was saved is lost.\n\nClose the window and open it again.`,
    );
  });
}
