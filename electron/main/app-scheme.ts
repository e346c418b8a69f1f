import type { PageFile } from '../hosts/page-files.ts';
import { SECURITY_HEADERS } from '../hosts/security-headers.ts';
import type { ElectronParts } from './electron-parts.ts';

const APP_SCHEME = 'app';
const APP_HOST = 'quarterdeck';
/** Where the page lives: a scheme of its own, since `file:` pages may read any file. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** Must run before the app is ready. */
export function declareScheme({ protocol }: Pick<ElectronParts, 'protocol'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the page from its fixed list of files; everything else is not there. */
export function serveScheme(
  { protocol }: Pick<ElectronParts, 'protocol'>,
  files: ReadonlyMap<string, PageFile>,
): void {
  protocol.handle(APP_SCHEME, (request) => {
    const url = new URL(request.url);
    const file =
      url.host === APP_HOST
        ? files.get(url.pathname === '/' ? '/index.html' : url.pathname)
        : undefined;
    if (file === undefined)
      return new Response('Not found', { status: 404, headers: SECURITY_HEADERS });
    const headers = { ...SECURITY_HEADERS, 'Content-Type': file.type };
    return new Response(file.body, { status: 200, headers });
  });
}

/** Whether an address is the app's own page, compared as a parsed origin and not as text. */
export function isAppPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const plain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && plain;
}
