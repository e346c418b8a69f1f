import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DeskLine, DeskSetup } from './desk-setup.ts';

/** A desk that runs as a process of its own. */
export type DeskProcess = {
  readonly child: ChildProcess;
  /** Everything it has said so far. */
  readonly lines: readonly DeskLine[];
  /** Resolves with the first line of that kind, or null when it ended without saying it. */
  readonly said: <K extends DeskLine['said']>(
    what: K,
  ) => Promise<Extract<DeskLine, { said: K }> | null>;
  readonly kill: () => void;
  /** Resolves when the process is gone and all it said is here. */
  readonly ended: Promise<{ readonly code: number | null; readonly complaint: string }>;
};

const DESK = join(import.meta.dirname, 'desk.ts');
/** Compiled once, a desk is up in a third of the time. */
export const CACHE = join(tmpdir(), 'quarterdeck-crash-cache');

/**
 * Starts a desk.
 * @param under a program that runs it, with its arguments: strace, unshare
 */
export function startDesk(setup: DeskSetup, under: readonly string[] = []): DeskProcess {
  mkdirSync(CACHE, { recursive: true });
  const [program = '', ...args] = [...under, process.execPath, DESK, JSON.stringify(setup)];
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: whatever runs the desk goes with it.
    detached: true,
    env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
  });
  const lines: DeskLine[] = [];
  const waiting = new Set<() => void>();
  let isOver = false;
  const tell = () => {
    for (const look of waiting) look();
  };
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint += String(chunk);
  });
  const reader = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  reader.on('line', (line) => {
    const read = lineIn(line);
    if (read !== null) lines.push(read);
    tell();
  });
  const allRead = new Promise<void>((resolve) => reader.once('close', resolve));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).then(async (code) => {
    await allRead;
    isOver = true;
    tell();
    return { code, complaint };
  });
  return {
    child,
    lines,
    said: (what) =>
      new Promise((resolve) => {
        const look = () => {
          const found = lines.find((line) => line.said === what);
          if (found === undefined && !isOver) return;
          waiting.delete(look);
          resolve((found ?? null) as never);
        };
        waiting.add(look);
        look();
      }),
    kill: () => killGroup(child),
    ended,
  };
}

/** SIGKILL, for it and whatever runs it. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (cause) {
    // It may have ended by itself.
    if (Object(cause).code !== 'ESRCH') throw cause;
  }
}

/** A line may be cut by the kill: it was not said then. */
function lineIn(line: string): DeskLine | null {
  try {
    return JSON.parse(line) as DeskLine;
  } catch {
    return null;
  }
}
