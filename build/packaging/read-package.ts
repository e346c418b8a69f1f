import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, getRawHeader } from '@electron/asar';
import { resourcesIn } from './configuration.ts';
import type { PackedFile } from './contents.ts';

type Entry = {
  readonly size?: number;
  readonly unpacked?: boolean;
  readonly link?: string;
  readonly integrity?: { readonly hash: string };
  readonly files?: Readonly<Record<string, Entry>>;
};

/** The archive of an unpacked package. */
export function archiveIn(folder: string): string {
  return join(resourcesIn(folder), 'app.asar');
}

/** What is in an archive and beside it. */
export function readArchive(archive: string): readonly PackedFile[] {
  return entriesOf(getRawHeader(archive).header).map(([path, { size = 0, unpacked = false }]) => ({
    path,
    bytes: size,
    unpacked,
    text: () => contentOf(archive, path).toString('utf8'),
  }));
}

/** Whether each file is the one that the archive's header vouches for. A line for each that is not. */
export function integrityProblems(archive: string): readonly string[] {
  return entriesOf(getRawHeader(archive).header).flatMap(([path, { integrity, link }]) => {
    if (link !== undefined) return [`${path} is a link`];
    const hash = createHash('sha256').update(contentOf(archive, path)).digest('hex');
    return hash === integrity?.hash ? [] : [`${path} is not what the archive vouches for`];
  });
}

/** macOS alone keeps the archive's own hash where it can be read as text: in the app's Info.plist. */
export function vouchingProblems(folder: string): readonly string[] {
  const plist = join(resourcesIn(folder), '..', 'Info.plist');
  if (!existsSync(plist)) return [];
  const { headerString } = getRawHeader(archiveIn(folder));
  const hash = createHash('sha256').update(headerString).digest('hex');
  const isThere = readFileSync(plist, 'utf8').includes(hash);
  return isThere ? [] : ['Info.plist does not hold the hash of the archive'];
}

/** Files beside the archive that come with no package of ours. */
export function strayResources(folder: string): readonly string[] {
  const strays = ['default_app.asar', 'app'];
  return strays
    .filter((name) => existsSync(join(resourcesIn(folder), name)))
    .map((name) => `resources/${name} is there, which could be started in place of the app`);
}

/** Bytes of a folder with all that is below it; a link weighs nothing. */
export function weightOf(path: string): number {
  const found = lstatSync(path);
  if (!found.isDirectory()) return found.isSymbolicLink() ? 0 : found.size;
  return readdirSync(path).reduce((total, name) => total + weightOf(join(path, name)), 0);
}

function entriesOf(folder: Entry, above = ''): readonly (readonly [string, Entry])[] {
  return Object.entries(folder.files ?? {}).flatMap(([name, entry]) => {
    const path = above === '' ? name : `${above}/${name}`;
    return entry.files === undefined ? [[path, entry] as const] : entriesOf(entry, path);
  });
}

/** Archives are asked in the separators of the system that asks. */
function contentOf(archive: string, path: string): Buffer {
  return extractFile(archive, join(...path.split('/')));
}
