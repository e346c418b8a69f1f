import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Choice = z.object({ on: z.boolean() });
const FILE = 'updates.json';

/** Whether a person wants updates to come by themselves; kept in the profile. */
export type UpdateChoice = { readonly isOn: () => boolean; readonly set: (on: boolean) => void };

/** Updates come unless somebody said otherwise. A choice that cannot be written holds until quit. */
export function updateChoice(profile: string): UpdateChoice {
  const path = join(profile, FILE);
  let on = read(path);
  return {
    isOn: () => on,
    set: (chosen) => {
      on = chosen;
      try {
        writeFileSync(`${path}.new`, JSON.stringify({ on }));
        renameSync(`${path}.new`, path);
      } catch {
        // The menu shows what holds now; the next start asks the file that could not be changed.
      }
    },
  };
}

function read(path: string): boolean {
  try {
    return Choice.parse(JSON.parse(readFileSync(path, 'utf8'))).on;
  } catch {
    // The first start, or a file that somebody else wrote.
    return true;
  }
}
