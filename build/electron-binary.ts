import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { err, ok, type Result } from '#shared/base/result.ts';

const PACKAGE = join(import.meta.dirname, '..', 'node_modules', 'electron');

/** How long a download of some 120 MB may take. */
const DOWNLOAD_MS = 300_000;
/** A blocked network often says nothing at all; nobody should wait longer than this to find out. */
const ANSWER_MS = 15_000;
/** Asks for the head of a file. Node's own fetch, as in the installer, so that both fare alike. */
const PROBE = 'await fetch(process.argv[1], { method: "HEAD" })';

/**
 * The path of Electron's executable, fetched by its own installer on the first start.
 * The error says in a few words why there is none.
 */
export async function electronBinary(): Promise<Result<string, string>> {
  const found = installed();
  if (found !== null) return ok(found);
  process.stdout.write('Fetching Electron (once)…\n');
  const stderr = await fetchBinary(join(PACKAGE, 'install.js'), downloadAddress(), ANSWER_MS);
  const path = installed();
  return path === null ? err(reason(stderr)) : ok(path);
}

/** Whether the binary is here already. */
export function installed(): string | null {
  const file = join(PACKAGE, 'path.txt');
  if (!existsSync(file)) return null;
  const path = join(PACKAGE, 'dist', readFileSync(file, 'utf8'));
  return existsSync(path) ? path : null;
}

/**
 * Runs an installer to its end, or until it is clear that nobody answers it. One that has the file
 * in its cache needs no network, so it has its time in any case.
 * @returns what it wrote to stderr
 */
export async function fetchBinary(
  installer: string,
  address: string,
  answerMs: number,
): Promise<string> {
  const silence = new AbortController();
  const over = new AbortController();
  const watch = async () => {
    const [answer] = await Promise.all([
      runNode(['--input-type=module', '--eval', PROBE, address], AbortSignal.timeout(answerMs)),
      delay(answerMs, null, { signal: over.signal }),
    ]);
    if (!answer.isGood) silence.abort();
  };
  // Rejects when the installer was done first: nothing is left to watch.
  watch().catch(() => undefined);
  const limit = AbortSignal.timeout(DOWNLOAD_MS);
  const run = await runNode([installer], AbortSignal.any([silence.signal, limit]));
  over.abort();
  return run.stderr;
}

/** Where the installer looks, unless a mirror is set in its environment. */
function downloadAddress(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const mirror =
    process.env.npm_config_electron_mirror ||
    process.env.ELECTRON_MIRROR ||
    'https://github.com/electron/electron/releases/download/';
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

function runNode(
  args: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly isGood: boolean; readonly stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
      signal,
    });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += String(data);
    });
    // An abort comes here too; `close` follows.
    child.on('error', () => undefined);
    child.on('close', (code) => resolve({ isGood: code === 0, stderr }));
  });
}

/** The first line that tells a cause, out of the installer's stack. */
function reason(stderr: string): string {
  const line = stderr.split('\n').find((text) => /error|E[A-Z]{4,}|\d{3}/i.test(text));
  const why = line
    ?.trim()
    .replace(/^\w*Error:\s*/, '')
    .slice(0, 120);
  return why === undefined || why === ''
    ? 'Nobody answers the download of Electron'
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
