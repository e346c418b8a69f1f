import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { DOOR_FILE } from '../../electron/hosts/command-door.ts';

const Door = z.object({ port: z.number(), key: z.string() });
const LOOK_MS = 200;
/** A first start on a slow machine, with a virus scanner that looks at it. */
const OPEN_MS = 60_000;
const END_MS = 20_000;

/**
 * Starts a packaged app as a person would, has it declare an incident through its door for the command
 * line, and ends it. Null when all of that went well, else what did not.
 */
export async function launchProblem(
  program: string,
  args: readonly string[] = [],
  openMs: number = OPEN_MS,
): Promise<string | null> {
  const profile = mkdtempSync(join(tmpdir(), 'quarterdeck-launch-'));
  const app = spawn(program, [...args, `--profile=${profile}`], { stdio: 'inherit' });
  const ended = endOf(app);
  try {
    const problem = await declareIn(profile, openMs, () => app.exitCode === null);
    app.kill('SIGTERM');
    const isOver = await Promise.race([
      ended.then(() => true),
      delay(END_MS, false, { ref: false }),
    ]);
    return problem ?? (isOver ? null : 'it does not end when it is told to');
  } finally {
    app.kill('SIGKILL');
    await ended;
    // Windows frees files some time after the last process of an app has ended.
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
  }
}

function endOf(app: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    app.once('error', () => resolve());
    app.once('exit', () => resolve());
  });
}

async function declareIn(
  profile: string,
  openMs: number,
  lives: () => boolean,
): Promise<string | null> {
  const file = join(profile, DOOR_FILE);
  for (let waited = 0; !existsSync(file); waited += LOOK_MS) {
    if (!lives()) return 'it ends before it has opened';
    if (waited > openMs) return `it has not opened within ${openMs / 1000} s`;
    await delay(LOOK_MS);
  }
  const { port, key } = Door.parse(JSON.parse(readFileSync(file, 'utf8')));
  const input = { incident: '01K0000000000000000000000A', name: 'Checkout errors' };
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}` },
    body: JSON.stringify({ id: 1, kind: 'command', name: 'incident.declare', input }),
  });
  const answer = await response.text();
  return answer.includes('"type":"result"') ? null : `it does not declare an incident: ${answer}`;
}
