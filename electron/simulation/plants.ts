import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A deliberate bug: some text of one of the product's files, and what takes its place. */
export type Plant = {
  readonly name: string;
  /** From the repository's root. */
  readonly file: string;
  /** Stands in the file exactly once, else the plant is out of date. */
  readonly find: string;
  readonly replace: string;
};

export const plants: readonly Plant[] = [];

export function plantNamed(name: string): Plant | null {
  return plants.find((plant) => plant.name === name) ?? null;
}

const ROOT = join(import.meta.dirname, '..', '..');

/** Changes the file as it is loaded from now on; the file itself stays. Tells what is wrong, or null. */
export function sow({ name, file, find, replace }: Plant): string | null {
  const path = join(ROOT, file);
  const source = readFileSync(path, 'utf8');
  const found = source.split(find).length - 1;
  if (found !== 1) {
    return `The plant "${name}" is out of date: its text stands ${found} times in ${file}.`;
  }
  const url = pathToFileURL(path).href;
  const planted = source.replace(find, () => replace);
  registerHooks({
    load: (asked, context, next) => {
      const loaded = next(asked, context);
      return asked === url ? { ...loaded, source: planted } : loaded;
    },
  });
  return null;
}
