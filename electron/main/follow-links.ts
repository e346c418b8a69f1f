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

/** What macOS hands to the app, from before it is ready: links, or the paths of files. */
export type Opened = { readonly deliver: (to: (said: string) => void) => void };

/** Must run before the app is ready: a link that starts the app comes first of all. */
export function openedLinks(app: Pick<ElectronParts['app'], 'on'>): Opened {
  return held((take) =>
    app.on('open-url', (event, url) => {
      event.preventDefault();
      take(url);
    }),
  );
}

/** The same for files. */
export function openedFiles(app: Pick<ElectronParts['app'], 'on'>): Opened {
  return held((take) =>
    app.on('open-file', (event, path) => {
      event.preventDefault();
      take(path);
    }),
  );
}

/** Keeps what comes until somebody takes it. */
function held(listen: (take: (said: string) => void) => void): Opened {
  const early: string[] = [];
  let take: (said: string) => void = (said) => early.push(said);
  listen((said) => take(said));
  return {
    deliver: (to) => {
      take = to;
      for (const said of early.splice(0)) to(said);
    },
  };
}
