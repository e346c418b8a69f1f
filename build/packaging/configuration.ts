import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { LINK_SCHEME } from '../../electron/main/deep-link.ts';
import { EXECUTABLE, type Manifest, PRODUCT } from './app-folder.ts';
import { setFuses } from './fuses.ts';

export type PackageSettings = {
  readonly root: string;
  readonly manifest: Manifest;
  /** The folder that becomes the archive. */
  readonly app: string;
  readonly output: string;
  /** The folder of Electron itself, or of what stands in for it. */
  readonly electron: string;
  readonly electronVersion: string;
  /**
   * Whether there is a certificate. Without one macOS' hardened runtime would refuse our own libraries,
   * and nobody could tell an update from something else: the app then looks for none. (On Linux none has
   * a signature; there it is the checksum and TLS.)
   */
  readonly signs: boolean;
  readonly notarizes: boolean;
};

/** Electron Builder's configuration for all platforms. */
export function packageConfiguration(settings: PackageSettings): Configuration {
  const { root, manifest, app, output, electron, electronVersion } = settings;
  const icons = join(root, 'build', 'icons');
  return {
    appId: 'app.quarterdeck.desktop',
    productName: PRODUCT,
    copyright: `Copyright ${manifest.author.name}`,
    directories: { app, output, buildResources: join(root, 'build', 'packaging') },
    electronDist: electron,
    electronVersion,
    files: ['**/*'],
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    // The native module needs none: see app-folder.ts.
    npmRebuild: false,
    afterExtract: removeDemo,
    // Before it is signed.
    afterPack: ({ appOutDir }) => setFuses(binaryIn(appOutDir)),
    protocols: { name: 'Quarterdeck link', schemes: [LINK_SCHEME] },
    fileAssociations: {
      ext: 'quarterdeck',
      name: 'Quarterdeck incident',
      description: 'Quarterdeck incident',
      mimeType: 'application/x-quarterdeck',
      role: 'Viewer',
    },
    publish: updateFeed(manifest),
    forceCodeSigning: settings.signs,
    artifactName: `${EXECUTABLE}-\${version}-\${os}-\${arch}.\${ext}`,
    ...linux(icons, manifest),
    ...mac(settings, icons),
    ...windows(settings, icons),
  };
}

/** The releases of the repository that package.json names: who forks the project changes it there. */
export function updateFeed({ repository }: Pick<Manifest, 'repository'>) {
  const [, owner, repo] = /github\.com[/:]([^/]+)\/([^/]+?)(?:\.git)?$/.exec(repository.url) ?? [];
  if (owner === undefined || repo === undefined) {
    throw new Error(`package.json's repository is not on GitHub: ${repository.url}`);
  }
  return { provider: 'github' as const, owner, repo };
}

function linux(icons: string, manifest: Manifest): Configuration {
  return {
    linux: {
      target: ['AppImage', 'deb', 'rpm'],
      executableName: EXECUTABLE,
      icon: join(icons, 'linux'),
      category: 'Office',
      synopsis: manifest.description,
      maintainer: `${manifest.author.name} <${manifest.author.email}>`,
    },
    // Else it would start Chromium without its sandbox, always.
    appImage: { executableArgs: [] },
  };
}

function mac({ root, signs, notarizes }: PackageSettings, icons: string): Configuration {
  const entitlements = join(root, 'build', 'packaging', 'entitlements.plist');
  return {
    mac: {
      // Updates come as zip; the disk image is for people.
      target: ['dmg', 'zip'],
      icon: join(icons, 'icon.icns'),
      category: 'public.app-category.productivity',
      hardenedRuntime: signs,
      entitlements,
      entitlementsInherit: entitlements,
      gatekeeperAssess: false,
      notarize: notarizes,
      // Apple's processors start nothing that has no signature at all.
      ...(signs ? {} : { identity: '-', publish: null }),
    },
  };
}

function windows({ signs }: PackageSettings, icons: string): Configuration {
  return {
    win: {
      target: ['nsis'],
      icon: join(icons, 'icon.ico'),
      ...(signs ? {} : { publish: null }),
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      // What people wrote is theirs: taking the app away leaves it.
      deleteAppDataOnUninstall: false,
    },
  };
}

/** What Electron brings to show itself would be hashed as if it were the app's. */
function removeDemo({ appOutDir }: AfterPackContext): void {
  rmSync(join(resourcesIn(appOutDir), 'default_app.asar'), { force: true });
}

/** The folder of a package's archive. @param folder the unpacked package */
export function resourcesIn(folder: string): string {
  // Before it gets its name the bundle is still Electron's.
  const bundle = readdirSync(folder).find((name) => name.endsWith('.app'));
  return bundle === undefined
    ? join(folder, 'resources')
    : join(folder, bundle, 'Contents', 'Resources');
}

/** What is started, and holds the fuses; on macOS the bundle, where they are found from. */
export function binaryIn(folder: string): string {
  const names = [`${PRODUCT}.app`, `${PRODUCT}.exe`, EXECUTABLE];
  const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`No program in ${folder}`);
  return found;
}

/** What a person starts. */
export function programIn(folder: string): string {
  const binary = binaryIn(folder);
  return binary.endsWith('.app') ? join(binary, 'Contents', 'MacOS', PRODUCT) : binary;
}
