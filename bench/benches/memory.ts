import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bigProfile } from '../fixtures/big-profile.ts';
import { builtWorker } from '../fixtures/engine.ts';
import { alternate } from '../measure/alternate.ts';
import { type Judged, withinMore } from '../measure/figure.ts';

const MORE_MB = 80;

/**
 * Resident memory of a process with the engine at work on a large profile (Desk, an incident, its
 * timeline, a search), beside a process that opened the same file.
 */
export async function memory(): Promise<readonly Judged[]> {
  const profile = await bigProfile();
  const worker = builtWorker().href;
  const pair = await alternate(
    { rounds: 3 },
    () => residentMb('memory-engine.ts', profile, worker),
    () => residentMb('memory-bare.ts', profile, worker),
  );
  return [withinMore(MORE_MB, { name: 'memory', unit: 'MB', ...pair })];
}

/** What a process of its own says of itself. */
function residentMb(script: string, ...args: readonly string[]): number {
  const file = join(import.meta.dirname, script);
  const run = spawnSync(process.execPath, ['--expose-gc', file, ...args], { encoding: 'utf8' });
  const mb = Number(run.stdout);
  if (run.status !== 0 || !(mb > 0)) throw new Error(run.stderr);
  return mb;
}
