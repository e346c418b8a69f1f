// npm run plants: every planted bug must be noticed. Exits with 1 when one is not.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Plant, plants } from './planted-bugs.ts';

/** So many seeds at most may it take to notice a bug. */
const SEEDS = 10;
const MAIN = join(import.meta.dirname, 'main.ts');

const waiting = [...plants];
const missed: string[] = [];
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.stdout.write(`${plants.length - missed.length} of ${plants.length} planted bugs noticed\n`);
process.exitCode = missed.length === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let plant = waiting.shift(); plant !== undefined; plant = waiting.shift()) {
    const { code, output } = await simulated(plant);
    const seed = /^seed (\d+) failed/m.exec(output)?.[1];
    const isNoticed = code === 1 && seed !== undefined;
    if (!isNoticed) missed.push(plant.name);
    process.stdout.write(`${plant.name}: ${isNoticed ? `seed ${seed}` : `MISSED\n${output}`}\n`);
  }
}

function simulated({ name, faults }: Plant): Promise<{ code: number | null; output: string }> {
  const size = ['--desktops', '3', '--ops', '150', '--seeds', String(SEEDS)];
  const args = [MAIN, '--plant', name, '--faults', faults, ...size];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args);
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('close', (code) => resolve({ code, output }));
  });
}
