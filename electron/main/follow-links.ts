import type { Asking } from '../hosts/asking.ts';
import { findIncident } from '../hosts/find-incident.ts';
import type { DeepLink } from './deep-link.ts';
import { type DeskWindows, incidentHash } from './desk-windows.ts';
import type { ElectronParts } from './electron-parts.ts';

/** The page with a declaration filled in; a person declares it, or closes it. */
export const declareHash = (name: string) => `#/declare?name=${encodeURIComponent(name)}`;

/** Leads a link to its place in the main window; one that leads nowhere opens the Desk. */
export function followLinks(
  asks: Asking,
  windows: Pick<DeskWindows, 'show'>,
): (link: DeepLink | null) => void {
  return (link) => {
    if (link === null) return windows.show();
    if (link.kind === 'declare') return windows.show(declareHash(link.name));
    void findIncident(asks, link.said).then((found) =>
      windows.show(found.ok ? incidentHash(found.value.id) : '#/'),
    );
  };
}

/** Links that macOS hands to the app, from before it is ready. */
export type OpenedLinks = { readonly deliver: (to: (url: string) => void) => void };

/** Must run before the app is ready: a link that starts the app comes first of all. */
export function openedLinks(app: Pick<ElectronParts['app'], 'on'>): OpenedLinks {
  const early: string[] = [];
  let take: (url: string) => void = (url) => early.push(url);
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(url);
  });
  return {
    deliver: (to) => {
      take = to;
      for (const url of early.splice(0)) to(url);
    },
  };
}
