import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { test } from 'vitest';
import type { Biography } from '../lives.ts';

/** What `npm run crash` was told; see `build/crash.ts`. */
export const OPTIONS = {
  /** Everything there is, for as long as it takes; else a sample of it. */
  all: process.env.QUARTERDECK_CRASH === 'all',
  seed: Number(process.env.QUARTERDECK_CRASH_SEED ?? 1),
} as const;

/** `few` is what a contributor waits for within `npm test`. */
type Amounts<T> = { readonly few: T; readonly some: T; readonly all: T };

/** What there is of something in this run. */
export function amount<T>({ few, some, all }: Amounts<T>): T {
  if (OPTIONS.all) return all;
  return process.env.QUARTERDECK_CRASH === 'few' ? few : some;
}

/** A program of the system that some tests cannot do without. */
export type Tool = { readonly missing: string | null };

function look(what: string, command: string, args: readonly string[]): Tool {
  if (process.platform !== 'linux') return { missing: `${what} is Linux only` };
  const tried = spawnSync(command, args, { stdio: 'ignore' });
  return { missing: tried.status === 0 ? null : `${what} is not usable here` };
}

export const TOOLS = {
  /** Rights and limits as POSIX has them. */
  posix: { missing: process.platform === 'win32' ? 'Windows has other rights and limits' : null },
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

/** How many folders live at the same time. */
export const LANES = Math.max(2, Math.min(4, availableParallelism()));

/** Ends a test that hangs; with --all they take what they take. */
export const LONG = 60 * 60_000;

/** Says on the terminal what was gone through. */
export function tell(what: string, stories: readonly Biography[], losses: readonly string[]): void {
  const sum = (of: (story: Biography) => number) => stories.reduce((n, story) => n + of(story), 0);
  const restarts = stories.flatMap((story) => story.restarts).sort((a, b) => a - b);
  const at = (share: number) => Math.round(restarts[Math.floor(restarts.length * share)] ?? 0);
  process.stdout.write(
    `${what}: ${sum((s) => s.kills)} kills (${sum((s) => s.aimed)} as aimed), ${sum((s) => s.promised)} answered changes, ` +
      `${sum((s) => s.said)} messages of others, ${losses.length} losses; ` +
      `process start to first answer ${at(0.5)} ms (median), ${at(0.95)} ms (95th of 100)\n`,
  );
}
