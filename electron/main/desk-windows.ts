import type { BrowserWindow } from 'electron';
import type { IncidentId } from '#shared/base/ids.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import { logFile } from '../hosts/log-file.ts';
import { APP_ORIGIN } from './app-scheme.ts';
import type { ElectronParts } from './electron-parts.ts';
import { forwardEvents } from './ipc.ts';
import { reviveOnCrash } from './page-crash.ts';
import { openWindow, type WindowShape } from './window.ts';
import { rememberedPlace, rememberPlace } from './window-place.ts';

/** The windows of the app, opened when they are asked for. */
export type DeskWindows = {
  /** Brings the main window to the front, on a page of it (`#/settings`) where one is named. */
  readonly show: (hash?: string) => void;
  /** The small one that stays above all others. */
  readonly showHud: () => void;
  /** A window of its own for one incident. */
  readonly showIncident: (incident: IncidentId) => void;
};

export const incidentHash = (incident: IncidentId) => `#/incident/${incident}`;
export const postMortemHash = (incident: IncidentId) => `${incidentHash(incident)}/post-mortem`;
const HUD_HASH = '#/hud';
const HUD: WindowShape = {
  ...{ width: 380, height: 280, minWidth: 300, minHeight: 160 },
  ...{ alwaysOnTop: true, fullscreenable: false, maximizable: false, title: 'Quarterdeck HUD' },
};

export type DeskPlace = { readonly profile: string; readonly out: string };

export function createDeskWindows(
  parts: ElectronParts,
  { profile, out }: DeskPlace,
  engine: EngineLink,
): DeskWindows {
  const log = logFile(profile);
  const open = new Map<string, BrowserWindow>();
  /** One window for each name; one that is there comes forward, and goes where it is led. */
  const show = (name: string, hash: string | null, make: () => BrowserWindow) => {
    const held = open.get(name);
    if (held !== undefined) {
      if (hash !== null) void held.loadURL(pageAt(hash));
      return comeForward(held);
    }
    const window = make();
    open.set(name, window);
    window.once('closed', () => open.delete(name));
    forwardEvents(window, engine);
    reviveOnCrash(parts, window, log);
  };
  const opened = (hash: string, shape: WindowShape) => openWindow(parts, out, { hash, shape });
  return {
    show: (hash) => show('main', hash ?? null, () => openMain(parts, profile, out, hash ?? '')),
    showHud: () => show('hud', null, () => opened(HUD_HASH, HUD)),
    showIncident: (incident) => {
      const hash = incidentHash(incident);
      show(incident, null, () => opened(hash, {}));
    },
  };
}

const pageAt = (hash: string) => `${APP_ORIGIN}/${hash}`;

function openMain(parts: ElectronParts, profile: string, out: string, hash: string): BrowserWindow {
  const place = rememberedPlace(parts, profile);
  const { maximized = false, ...shape } = place ?? {};
  const window = openWindow(parts, out, { hash, shape });
  if (maximized) window.maximize();
  rememberPlace(window, profile);
  return window;
}

function comeForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
