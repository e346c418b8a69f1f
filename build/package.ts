// npm run package: builds what people install, looks into it, and prints what it weighs.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type CliOptions } from 'electron-builder';
import { ensureBundle } from './bundle.ts';
import { electronBinary, hasDisplay } from './electron-binary.ts';
import { layOutApp, type PackageTarget, readManifest } from './packaging/app-folder.ts';
import { checkPackage, unpackedIn } from './packaging/check.ts';
import { packageConfiguration, programIn } from './packaging/configuration.ts';
import { launchProblem } from './packaging/launch.ts';
import { makeStandIn } from './packaging/stand-in.ts';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'out');
const OUTPUT = join(OUT, 'packages');
const ELECTRON = join(ROOT, 'node_modules', 'electron');
const STAND_IN = join(OUT, 'package', 'electron-stand-in');
const HELP = `npm run package             installers for this system, in out/packages
npm run package -- --dir    the unpacked app alone; where Electron cannot be had, with a stand-in for it
npm run package -- --stand-in    the same with the stand-in, without asking for Electron
`;
const KINDS = ['installers', '--dir', '--stand-in', '--help'] as const;
type Kind = (typeof KINDS)[number];

const [said = 'installers', ...more] = process.argv.slice(2);
const kind = KINDS.find((one) => one === said);
if (kind === '--help') process.stdout.write(HELP);
else if (kind === undefined || more.length > 0) refuse(HELP.trim());
else await makePackage(kind);

function refuse(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 2;
}

async function makePackage(asked: Kind): Promise<void> {
  const built = ensureBundle();
  if (!built.ok) return refuse(`The build failed.\n${built.error}`);
  if (asked === '--stand-in') return packStandIn();
  const binary = await electronBinary();
  if (binary.ok) return pack(hostTarget(), join(ELECTRON, 'dist'), asked === '--dir');
  process.stdout.write(`${binary.error}.\n`);
  return asked === '--dir' ? packStandIn() : refuse('Nothing to install can be made. Try: --dir');
}

function packStandIn(): Promise<void> {
  process.stdout.write(
    'A STAND-IN is packaged in place of Electron, for Linux: this proves what is in a package, and nothing of Electron.\n',
  );
  makeStandIn(STAND_IN);
  return pack({ ...hostTarget(), platform: 'linux' }, STAND_IN, true);
}

async function pack(target: PackageTarget, electron: string, isDir: boolean): Promise<void> {
  const app = join(OUT, 'package', 'app');
  rmSync(OUTPUT, { recursive: true, force: true });
  layOutApp(ROOT, OUT, app, target);
  const { CSC_LINK, CSC_NAME, WIN_CSC_LINK, APPLE_API_KEY, APPLE_ID } = process.env;
  const byPlatform = { linux: '', darwin: CSC_LINK || CSC_NAME, win32: WIN_CSC_LINK || CSC_LINK };
  const config = packageConfiguration({
    root: ROOT,
    manifest: readManifest(ROOT),
    app,
    output: OUTPUT,
    electron,
    electronVersion: versionOf(ELECTRON),
    signs: Boolean(byPlatform[target.platform]),
    notarizes: Boolean(APPLE_API_KEY || APPLE_ID),
  });
  await build({ projectDir: ROOT, config, publish: 'never', ...wishes(target, isDir) });
  await report(target, electron !== STAND_IN);
}

/** What the builder is asked for: the platform's own targets, or none. */
function wishes({ platform, arch }: PackageTarget, isDir: boolean): CliOptions {
  const targets: string[] = isDir ? ['dir'] : [];
  const byPlatform = {
    linux: { linux: targets },
    darwin: { mac: targets },
    win32: { win: targets },
  } as const;
  return { ...byPlatform[platform], [arch]: true };
}

async function report(target: PackageTarget, isReal: boolean): Promise<void> {
  const folder = unpackedIn(OUTPUT);
  const { platform, arch } = hostTarget();
  const runsHere = target.platform === platform && target.arch === arch;
  const { problems, parts } = await checkPackage(folder, ROOT, runsHere);
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const lines = [...parts, { name: 'all of it', bytes: total }].map(
    ({ name, bytes }) => `${(bytes / 1e6).toFixed(2).padStart(9)} MB  ${name}\n`,
  );
  process.stdout.write(`\n${folder}\n${lines.join('')}`);
  if (problems.length > 0) return wrong(problems);
  const engine = runsHere ? ', and the engine starts from them' : '';
  process.stdout.write(`The contents are as they should be${engine}.\n`);
  if (isReal) await launch(programIn(folder));
}

/** Started as a person would start it; only a real Electron with a screen can be. */
async function launch(program: string): Promise<void> {
  if (!hasDisplay(process.platform, process.env)) {
    return void process.stdout.write('It was not started: there is no display.\n');
  }
  const problem = await launchProblem(program);
  if (problem !== null) return wrong([`${program}: ${problem}`]);
  process.stdout.write('It starts, declares an incident and ends.\n');
}

function wrong(problems: readonly string[]): void {
  for (const problem of problems) process.stderr.write(`WRONG: ${problem}\n`);
  process.exitCode = 1;
}

function hostTarget(): PackageTarget {
  const { platform, arch } = process;
  if (platform !== 'linux' && platform !== 'darwin' && platform !== 'win32') {
    throw new Error(`There are no packages for ${platform}.`);
  }
  return { platform, arch: arch === 'arm64' ? 'arm64' : 'x64' };
}

function versionOf(folder: string): string {
  return String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version);
}
