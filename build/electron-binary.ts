import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';

const PACKAGE = join(import.meta.dirname, '..', 'node_modules', 'electron');
/** A blocked network often says nothing at all; nobody should wait for it longer than this. */
const DOWNLOAD_MS = 180_000;

/**
 * The path of Electron's executable, fetched by its own installer on the first start.
 * The error says in a few words why there is none.
 */
export function electronBinary(): Result<string, string> {
  const found = installed();
  if (found !== null) return ok(found);
  process.stdout.write('Fetching Electron (once)…\n');
  const fetched = spawnSync(process.execPath, [join(PACKAGE, 'install.js')], {
    encoding: 'utf8',
    timeout: DOWNLOAD_MS,
  });
  const path = installed();
  return path === null ? err(reason(fetched.stderr)) : ok(path);
}

/** Whether the binary is here already. */
export function installed(): string | null {
  const file = join(PACKAGE, 'path.txt');
  if (!existsSync(file)) return null;
  const path = join(PACKAGE, 'dist', readFileSync(file, 'utf8'));
  return existsSync(path) ? path : null;
}

/** The first line that tells a cause, out of the installer's stack. */
function reason(stderr: string): string {
  const line = stderr.split('\n').find((text) => /error|E[A-Z]{4,}|\d{3}/i.test(text));
  const why = line
    ?.trim()
    .replace(/^\w*Error:\s*/, '')
    .slice(0, 120);
  return why === undefined || why === ''
    ? "Electron's download timed out"
    : `Electron could not be fetched (${why})`;
}

/** Whether a window could be shown at all. */
export function hasDisplay(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform !== 'linux') return true;
  return Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY);
}
