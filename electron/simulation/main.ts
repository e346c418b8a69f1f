// npm run simulate. Exits with 1 when a seed failed, with 2 when it was asked wrongly.
import { FAULTS } from './faults.ts';
import { HELP, type RunOptions, readOptions } from './options.ts';
import { plants } from './planted-bugs.ts';
import { plantNamed, sow } from './plants.ts';

const asked = readOptions(process.argv.slice(2));
switch (asked.kind) {
  case 'help':
    process.stdout.write(HELP);
    break;
  case 'mistake':
    process.stderr.write(`${asked.message}\n`);
    process.exitCode = 2;
    break;
  case 'faults':
    for (const [name, what] of Object.entries(FAULTS)) process.stdout.write(`${name}: ${what}\n`);
    break;
  case 'plants':
    for (const { name } of plants) process.stdout.write(`${name}\n`);
    break;
  case 'run':
    await run(asked);
}

async function run(options: RunOptions): Promise<void> {
  if (options.plant !== null) {
    const plant = plantNamed(options.plant);
    const problem = plant === null ? `There is no plant "${options.plant}".` : sow(plant);
    if (problem !== null) {
      process.stderr.write(`${problem}\n`);
      process.exitCode = 2;
      return;
    }
  }
  // Only now: a plant changes the engine as it is loaded.
  const { runSeeds, workOff } = await import('./seeds.ts');
  if (process.send !== undefined) await workOff(options);
  else process.exitCode = await runSeeds(options);
}
