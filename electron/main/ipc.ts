import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import type { ContractReply } from '#shared/contract/envelope.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import { isAppPage } from './app-scheme.ts';
import type { ElectronParts } from './electron-parts.ts';

/** The channel of requests, and the one of events. Two is all there is. */
export const REQUEST_CHANNEL = 'quarterdeck:request';
export const EVENT_CHANNEL = 'quarterdeck:event';

const FOREIGN: ContractReply = {
  type: 'error',
  id: -1,
  error: contractError('unknown_request', 'This page may not talk to Quarterdeck.'),
};

/**
 * Answers requests of a window's own page: its top frame, at the app's own origin. A frame inside it,
 * a page it was led to, or a frame that is gone already, is refused.
 */
export function answerPages({ ipcMain }: Pick<ElectronParts, 'ipcMain'>, engine: EngineLink): void {
  ipcMain.handle(REQUEST_CHANNEL, (event, raw: unknown) => {
    return isOwnPage(event) ? engine.request(raw) : FOREIGN;
  });
}

function isOwnPage(event: IpcMainInvokeEvent): boolean {
  try {
    const { senderFrame, sender } = event;
    return senderFrame !== null && senderFrame === sender.mainFrame && isAppPage(senderFrame.url);
  } catch {
    // Electron throws when one looks at a frame, or at contents, that are gone.
    return false;
  }
}

/** Passes the engine's events on to a window for as long as it lives. */
export function forwardEvents(window: BrowserWindow, engine: EngineLink): void {
  const unsubscribe = engine.subscribe((event) => {
    const reply: ContractReply = { type: 'event', event };
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, reply);
  });
  window.once('closed', unsubscribe);
}
