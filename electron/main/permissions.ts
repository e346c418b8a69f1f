import { isAppPage } from './app-scheme.ts';
import type { ElectronParts } from './electron-parts.ts';

/** All a page of ours may ask for; the rest (camera, location, USB …) is refused unasked. */
const GRANTED: ReadonlySet<string> = new Set(['notifications', 'clipboard-sanitized-write']);

export function denyPermissions({ session }: Pick<ElectronParts, 'session'>): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(GRANTED.has(permission) && isAppPage(details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return GRANTED.has(permission) && isAppPage(origin);
  });
  session.setDevicePermissionHandler(() => false);
}
