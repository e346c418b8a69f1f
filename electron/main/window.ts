import { join } from 'node:path';
import type { BrowserWindow, BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { APP_ORIGIN } from './app-scheme.ts';
import type { ElectronParts } from './electron-parts.ts';

/** What every window of ours is allowed: nothing of Node, one bridge, its own process. */
export const WEB_PREFERENCES = Object.freeze({
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  sandbox: true,
  webSecurity: true,
  webviewTag: false,
  spellcheck: true,
} satisfies WebPreferences);

/** What one window has of its own. */
export type WindowShape = Omit<BrowserWindowConstructorOptions, 'webPreferences' | 'show'>;

/**
 * @param out the folder of the bundles, where the preload script is
 * @param page.hash the part of the page's address that says what it shows
 */
export function openWindow(
  { createWindow }: Pick<ElectronParts, 'createWindow'>,
  out: string,
  page: { readonly hash: string; readonly shape: WindowShape },
): BrowserWindow {
  const window = createWindow({
    title: 'Quarterdeck',
    width: 1280,
    height: 800,
    minWidth: 720,
    minHeight: 480,
    ...page.shape,
    show: false,
    webPreferences: { ...WEB_PREFERENCES, preload: join(out, 'preload', 'preload.cjs') },
  });
  // Shown when there is something to see, so that it never flashes white at night.
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/${page.hash}`);
  return window;
}
