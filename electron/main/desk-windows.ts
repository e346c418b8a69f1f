import type { BrowserWindow } from 'electron';
import type { IncidentId } from '#shared/base/ids.ts';
import type { EngineLink } from '../hosts/engine-worker.ts';
import { logFile } from '../hosts/log-file.ts';
import { APP_ORIGIN } from './app-scheme.ts';
import type { ElectronParts } from './electron-parts.ts';
import { forwardEvents } from './ipc.ts';
import { reviveOnCrash } from './page-crash.ts';
import { openWindow, type WindowShape } from './window.ts';
import {
  keepOnScreens,
  type Place,
  rememberedPlace,
  rememberPlace,
  type WindowKind,
} from './window-place.ts';

/** The windows of the app, opened when they are asked for. */
export type DeskWindows = {
  /** Brings the main window to the front, on a page of it (`#/settings`) where one is named. */
  readonly show: (hash?: string) => void;
  /** The small one that stays above all others. */
  readonly showHud: () => void;
  /** A window of its own for one incident. */
  readonly showIncident: (incident: IncidentId) => void;
  /** Those that are open. */
  readonly all: () => Iterable<BrowserWindow>;
};

export const incidentHash = (incident: IncidentId) => `#/incident/${incident}`;
export const postMortemHash = (incident: IncidentId) => `${incidentHash(incident)}/post-mortem`;
const HUD_HASH = '#/hud';

const SHAPES: Readonly<Record<WindowKind, WindowShape>> = {
  main: {},
  incident: { width: 1080, height: 760 },
  hud: {
    ...{ width: 380, height: 280, minWidth: 300, minHeight: 160 },
    ...{ alwaysOnTop: true, fullscreenable: false, maximizable: false, title: 'Quarterdeck HUD' },
  },
};
/** So that one does not hide another. */
const CASCADE = 28;

export type DeskPlace = { readonly profile: string; readonly out: string };

export function createDeskWindows(
  parts: ElectronParts,
  { profile, out }: DeskPlace,
  engine: EngineLink,
): DeskWindows {
  const open = new Map<string, BrowserWindow>();
  const log = logFile(profile);
  keepOnScreens(parts, () => open.values());
  /** One window for each name; one that is there comes forward, and goes where it is led. */
  const show = (name: string, kind: WindowKind, hash: string | null, first = hash ?? '') => {
    const held = open.get(name);
    if (held !== undefined) {
      if (hash !== null) void held.loadURL(pageAt(hash));
      return comeForward(held);
    }
    const place = rememberedPlace(parts, profile, kind);
    const { shape, isMaximized } = shapeOf(kind, place, kind === 'incident' ? open.size : 0);
    const window = openWindow(parts, out, { hash: first, shape });
    if (isMaximized) window.maximize();
    // Chromium keeps one size for all pages of an origin: the main window's is the one that counts.
    if (kind === 'main') restoreZoom(window, place?.zoom ?? 0);
    rememberPlace(window, profile, kind);
    open.set(name, window);
    window.once('closed', () => open.delete(name));
    forwardEvents(window, engine);
    reviveOnCrash(parts, window, log);
  };
  return {
    show: (hash) => show('main', 'main', hash ?? null),
    showHud: () => show('hud', 'hud', null, HUD_HASH),
    showIncident: (incident) => show(incident, 'incident', null, incidentHash(incident)),
    all: () => open.values(),
  };
}

const pageAt = (hash: string) => `${APP_ORIGIN}/${hash}`;

function shapeOf(kind: WindowKind, place: Place | null, others: number) {
  if (place === null) return { shape: SHAPES[kind], isMaximized: false };
  const { maximized, zoom: _zoom, ...bounds } = place;
  const aside = others * CASCADE;
  const moved = { ...bounds, x: bounds.x + aside, y: bounds.y + aside };
  return { shape: { ...SHAPES[kind], ...moved }, isMaximized: maximized };
}

/** Each page that is loaded begins at Chromium's own size. */
function restoreZoom(window: BrowserWindow, zoom: number): void {
  if (zoom !== 0) {
    window.webContents.once('did-finish-load', () => window.webContents.setZoomLevel(zoom));
  }
}

function comeForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
