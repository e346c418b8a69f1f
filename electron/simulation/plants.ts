import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Plant, plants } from './planted-bugs.ts';

export function plantNamed(name: string): Plant | null {
  return plants.find((plant) => plant.name === name) ?? null;
}

const ROOT = join(import.meta.dirname, '..', '..');

/** The file with the bug in it, or why it cannot be had. */
export function planted({
  name,
  file,
  find,
  replace,
}: Plant): { readonly source: string } | { readonly problem: string } {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const found = source.split(find).length - 1;
  if (found === 1) return { source: source.replace(find, () => replace) };
  return {
    problem: `The plant "${name}" is out of date: its text stands ${found} times in ${file}.`,
  };
}

/**
 * Changes the file as this process loads it, from now on; the file itself stays, so that the product
 * knows nothing of it. Tells what is wrong, or null.
 */
export function sow(plant: Plant): string | null {
  const made = planted(plant);
  if ('problem' in made) return made.problem;
  const url = pathToFileURL(join(ROOT, plant.file)).href;
  registerHooks({
    load: (asked, context, next) => {
      const loaded = next(asked, context);
      return asked === url ? { ...loaded, source: made.source } : loaded;
    },
  });
  return null;
}
