import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { err, ok, type Result } from '#shared/base/result.ts';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'out');
/** What each bundle is made from. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'electron.vite.config.ts',
];

/** The folder of the built page. */
export const PAGE_FOLDER = join(OUT, 'renderer');
/** Electron's entry. */
export const MAIN_ENTRY = join(OUT, 'main', 'main.js');

/** The engine's worker, built: it starts in a fraction of the time that its sources take. */
export const WORKER_ENTRY = pathToFileURL(join(OUT, 'main', 'worker.js'));

/** Builds all bundles unless they are newer than every source. */
export function ensureBundle(): Result<void, string> {
  const built = newest(join(PAGE_FOLDER, 'index.html'));
  const changed = Math.max(...SOURCES.map((source) => newest(join(ROOT, source))));
  if (built > changed) return ok(undefined);
  const bin = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const run = spawnSync(process.execPath, [bin, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return run.status === 0 ? ok(undefined) : err(run.stderr || run.stdout);
}

/** Time of the latest change in a file or below a folder; 0 when it is not there. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(
    found.mtimeMs,
    ...readdirSync(path)
      .filter((name) => !name.endsWith('.tsbuildinfo'))
      .map((name) => newest(join(path, name))),
  );
}
