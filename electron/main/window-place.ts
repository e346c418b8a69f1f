import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';
import type { ElectronParts } from './electron-parts.ts';

/** Which windows have a place of their own; those of single incidents share one. */
export type WindowKind = 'main' | 'hud' | 'incident';

/** Where a window was, whether it filled its screen, and how large its page was (Chromium's zoom level). */
const Place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(120).max(20_000),
  maximized: z.boolean(),
  zoom: z.number().min(-7).max(9).default(0),
});
export type Place = z.infer<typeof Place>;

const FILES: Readonly<Record<WindowKind, string>> = {
  main: 'window.json',
  hud: 'window-hud.json',
  incident: 'window-incident.json',
};
/** Enough of a window to take hold of it. */
const VISIBLE = 100;

/** Where the window was when it was last closed; null where that is no longer on any screen. */
export function rememberedPlace(
  { screen }: Pick<ElectronParts, 'screen'>,
  profile: string,
  kind: WindowKind,
): Place | null {
  try {
    const place = Place.parse(JSON.parse(readFileSync(join(profile, FILES[kind]), 'utf8')));
    const isSeen = screen.getAllDisplays().some(({ workArea }) => overlaps(place, workArea));
    return isSeen ? place : null;
  } catch {
    // The first start, or a file that somebody else wrote: the usual place then.
    return null;
  }
}

/** A screen may have been taken away since: enough of the window's top must be on one that is there. */
function overlaps(place: Place, area: Rectangle): boolean {
  const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x);
  const isTopSeen = place.y >= area.y && place.y + VISIBLE <= area.y + area.height;
  return width >= VISIBLE && isTopSeen;
}

/** Remembers a window's place when it is closed. A profile that cannot be written costs only that. */
export function rememberPlace(window: BrowserWindow, profile: string, kind: WindowKind): void {
  window.on('close', () => {
    const place: Place = {
      ...window.getNormalBounds(),
      maximized: window.isMaximized(),
      zoom: window.webContents.getZoomLevel(),
    };
    const path = join(profile, FILES[kind]);
    try {
      writeFileSync(`${path}.new`, JSON.stringify(place));
      renameSync(`${path}.new`, path);
    } catch {
      // The next window opens at the usual place.
    }
  });
}

/**
 * A screen that is taken away takes its windows along on some systems: those of which no top can be
 * taken hold of any more come to the first screen that is left.
 */
export function keepOnScreens(
  { screen }: Pick<ElectronParts, 'screen'>,
  windows: () => Iterable<BrowserWindow>,
): void {
  const bringBack = () => {
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
    const [first] = areas;
    if (first === undefined) return;
    for (const window of windows()) {
      const place = { ...window.getNormalBounds(), maximized: false, zoom: 0 };
      if (areas.some((area) => overlaps(place, area))) continue;
      const width = Math.min(place.width, first.width);
      const height = Math.min(place.height, first.height);
      window.setBounds({ x: first.x, y: first.y, width, height });
    }
  };
  screen.on('display-removed', bringBack);
  screen.on('display-metrics-changed', bringBack);
}
