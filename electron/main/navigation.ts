import type { WebContents } from 'electron';
import { isAppPage } from './app-scheme.ts';
import type { ElectronParts } from './electron-parts.ts';
import { openExternal } from './external-links.ts';

/**
 * Keeps a window on the app's own page. A link elsewhere goes to the browser, if it is safe.
 * @param openApart whether the address is of a window of ours, which it then opened
 */
export function guardNavigation(
  parts: Pick<ElectronParts, 'shell'>,
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  openApart: (url: string) => boolean = () => false,
): void {
  const stay = (event: { readonly preventDefault: () => void; readonly url: string }) => {
    if (!isAppPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (!openApart(url)) openExternal(parts, url);
    return { action: 'deny' };
  });
}
