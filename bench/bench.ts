// npm run bench -- [--json] [NAME…]: runs benches one after another and prints what they measured.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { BENCHES } from './catalogue.ts';
import type { Figure, Judged } from './measure/figure.ts';
import { HEAD, tableLine } from './measure/table.ts';

const wanted = process.argv.slice(2).filter((argument) => argument !== '--json');
const asJson = process.argv.includes('--json');
const unknown = wanted.filter((name) => !BENCHES.has(name));

if (unknown.length > 0) {
  const known = [...BENCHES.keys()].join(' ');
  process.stderr.write(`There is no bench "${unknown.join('", "')}". There are: ${known}\n`);
  process.exitCode = 2;
} else {
  await measure(wanted.length > 0 ? wanted : [...BENCHES.keys()]);
}

async function measure(names: readonly string[]): Promise<void> {
  const figures: Judged[] = [];
  if (!asJson) process.stdout.write(`${HEAD}\n`);
  for (const name of names) {
    const found = await inOwnProcess(name);
    figures.push(...found);
    for (const figure of found) if (!asJson) process.stdout.write(`${tableLine(figure)}\n`);
  }
  if (asJson) process.stdout.write(`${JSON.stringify(figures.map(plain), null, 2)}\n`);
}

function plain({ name, value, unit, baseline, ratio }: Judged): Figure {
  return { name, value, unit, baseline, ratio };
}

/** A process each: no bench inherits the heap, the caches or the compiled code of another. */
async function inOwnProcess(name: string): Promise<readonly Judged[]> {
  const script = join(import.meta.dirname, 'one.ts');
  const child = spawn(process.execPath, ['--expose-gc', script, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout) printed += chunk;
  const code = child.exitCode ?? (await new Promise<number>((end) => child.once('exit', end)));
  if (code !== 0) throw new Error(`The bench ${name} failed (exit code ${code}).`);
  return JSON.parse(printed) as readonly Judged[];
}
