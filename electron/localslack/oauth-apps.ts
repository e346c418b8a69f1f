import type { App } from './oauth-model.ts';

const isWeb = (uri: string): boolean => /^https?:$/.test(new URL(uri).protocol);

/** A scheme of the app's own: always with a code challenge, always with tokens that rotate. */
export const isCustomScheme = (uri: string): boolean => !isWeb(uri);

/**
 * Whether an address leads to a program on the person's own computer, for which no bot can be had.
 * @see docs.slack.dev/authentication/using-pkce
 */
export function isDesktop({ pkce }: App, uri: string): boolean {
  if (isCustomScheme(uri)) return true;
  return pkce && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(uri).hostname);
}

/**
 * Whether an address is one the app has, or stands below one. Whether Slack takes another port of
 * localhost than the one it has is not known: here it does not.
 */
export function mayReturnTo({ redirectUris }: App, uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const asked = new URL(uri);
  return redirectUris.some((listed) => {
    const own = new URL(listed);
    if (own.protocol !== asked.protocol || own.host !== asked.host) return false;
    const below = own.pathname.endsWith('/') ? own.pathname : `${own.pathname}/`;
    return asked.pathname === own.pathname || asked.pathname.startsWith(below);
  });
}
