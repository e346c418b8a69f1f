import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { licenceNotices } from './notices.ts';

export const PRODUCT = 'Quarterdeck';
/** The name of the program on Linux; elsewhere it is the product's. */
export const EXECUTABLE = 'quarterdeck';

/** What a package is made for. */
export type PackageTarget = {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly arch: 'x64' | 'arm64';
};

export const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  author: z.object({ name: z.string(), email: z.string() }),
  homepage: z.string(),
  repository: z.object({ type: z.string(), url: z.string() }),
  main: z.string(),
  type: z.string(),
  dependencies: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

export function readManifest(root: string): Manifest {
  return Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
}

/** The one package that cannot be bundled: it is native. */
const NATIVE = 'better-sqlite3';

/**
 * Lays out the folder that becomes the archive: the bundles, the native module for one platform, and
 * nothing that nobody put there.
 * @param built the folder of the bundles
 */
export function layOutApp(
  root: string,
  built: string,
  folder: string,
  target: PackageTarget,
): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const bundle of ['main', 'preload', 'renderer']) {
    cpSync(join(built, bundle), join(folder, 'out', bundle), { recursive: true });
  }
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'NOTICES.txt'), licenceNotices(root));
  const { dependencies, ...manifest } = readManifest(root);
  const version = dependencies[NATIVE] ?? '';
  writeJson(join(folder, 'package.json'), {
    ...manifest,
    // What the app is called in menus and the keychain, and by what Linux finds its icon.
    productName: PRODUCT,
    desktopName: `${EXECUTABLE}.desktop`,
    dependencies: { [NATIVE]: version },
  });
  layOutNative(join(root, 'node_modules', NATIVE), join(folder, 'node_modules', NATIVE), target);
}

/**
 * Its code and the one library that this platform loads. It is built against Node-API, which Electron has
 * too: there is nothing to rebuild, and what is shipped is what the tests ran on.
 */
function layOutNative(from: string, to: string, { platform, arch }: PackageTarget): void {
  const library = join('prebuilds', `${platform}-${arch}.node`);
  for (const part of ['LICENSE', 'lib', library]) {
    cpSync(join(from, part), join(to, part), { recursive: true });
  }
  const { name, version, main, license } = JSON.parse(
    readFileSync(join(from, 'package.json'), 'utf8'),
  );
  writeJson(join(to, 'package.json'), { name, version, main, license });
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
