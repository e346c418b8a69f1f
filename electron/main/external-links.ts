import type { ElectronParts } from './electron-parts.ts';

const LONGEST = 2_048;

/**
 * Opens a link in the person's browser: only plain https. Other schemes start programs, and an
 * address with a user name in it is one that pretends.
 */
export function openExternal({ shell }: Pick<ElectronParts, 'shell'>, address: string): boolean {
  if (!isSafeLink(address)) return false;
  void shell.openExternal(new URL(address).href);
  return true;
}

export function isSafeLink(address: string): boolean {
  if (address.length > LONGEST || !URL.canParse(address)) return false;
  const { protocol, username, password, hostname } = new URL(address);
  return protocol === 'https:' && username === '' && password === '' && hostname !== '';
}
