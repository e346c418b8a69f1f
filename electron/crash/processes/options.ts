import { spawnSync } from 'node:child_process';
import { test } from 'vitest';

/** What `npm run crash` was told; see `build/crash.ts`. */
export const OPTIONS = {
  /** Everything there is, for as long as it takes; else a sample of it. */
  all: process.env.QUARTERDECK_CRASH_ALL === '1',
  seed: Number(process.env.QUARTERDECK_CRASH_SEED ?? 1),
} as const;

/** A program of the system that some tests cannot do without. */
export type Tool = { readonly missing: string | null };

function look(what: string, command: string, args: readonly string[]): Tool {
  if (process.platform !== 'linux') return { missing: `${what} is Linux only` };
  const tried = spawnSync(command, args, { stdio: 'ignore' });
  return { missing: tried.status === 0 ? null : `${what} is not usable here` };
}

export const TOOLS = {
  /** Stops, fails or kills a process at a system call of our choice. */
  strace: look('strace', 'strace', ['-f', '-qq', '-e', 'trace=none', 'true']),
  /** A small disk of our own, without rights on the machine. */
  smallDisk: look('a mount of our own', 'unshare', [
    '--user',
    '--map-root-user',
    '--mount',
    'sh',
    '-c',
    'mount -t tmpfs -o size=64k tmpfs /tmp',
  ]),
} as const;

/** A test that needs a tool; without it, the list of what was skipped says what was left out. */
export function testWith(tool: Tool) {
  return (title: string, body: () => Promise<void>, timeout?: number) => {
    if (tool.missing === null) test(title, body, timeout);
    else test.skip(`${title} [left out: ${tool.missing}]`, body);
  };
}

/** Does `work` for each item, `lanes` at a time. */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
