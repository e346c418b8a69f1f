/** Where a link goes, as a person can read it. */
export type LinkTarget = { readonly href: string; readonly place: string };

const OPENED: readonly string[] = ['http:', 'https:', 'mailto:'];

/**
 * Where an address goes, read as the browser reads it: a host in letters of elsewhere comes out as
 * the `xn--` name that it is, and a name before an `@` is not taken for the host. Null for what is
 * not opened.
 */
export function linkTarget(address: string): LinkTarget | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!OPENED.includes(url.protocol)) return null;
  if (url.protocol === 'mailto:') return { href: url.href, place: url.pathname };
  // An address with a user name in it is one that pretends.
  if (url.username !== '' || url.password !== '') return null;
  return { href: url.href, place: url.host };
}

/** Whether the words of a link say by themselves where it goes. */
export function saysPlace(words: string, { place }: LinkTarget): boolean {
  const bare = words.trim().replace(/^(?:https?:\/\/|mailto:)/i, '');
  return bare === place || bare.startsWith(`${place}/`);
}
