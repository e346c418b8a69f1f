import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';
import type { ElectronParts } from './electron-parts.ts';

/** Where a window was, and whether it filled its screen. */
const Place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  maximized: z.boolean(),
});
type Place = z.infer<typeof Place>;

const FILE = 'window.json';
/** Enough of a window to take hold of it. */
const VISIBLE = 100;

/** Where the window was when it was last closed; null where that is no longer on any screen. */
export function rememberedPlace(
  { screen }: Pick<ElectronParts, 'screen'>,
  profile: string,
): Place | null {
  try {
    const place = Place.parse(JSON.parse(readFileSync(join(profile, FILE), 'utf8')));
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
export function rememberPlace(window: BrowserWindow, profile: string): void {
  window.on('close', () => {
    const place: Place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    const path = join(profile, FILE);
    try {
      writeFileSync(`${path}.new`, JSON.stringify(place));
      renameSync(`${path}.new`, path);
    } catch {
      // The next window opens at the usual place.
    }
  });
}
