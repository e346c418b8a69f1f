import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bootProblem } from './boot.ts';
import { binaryIn } from './configuration.ts';
import { contentProblems, weights } from './contents.ts';
import { fuseProblems } from './fuses.ts';
import {
  archiveIn,
  integrityProblems,
  readArchive,
  strayResources,
  vouchingProblems,
  weightOf,
} from './read-package.ts';

export type PackageReport = {
  readonly problems: readonly string[];
  readonly parts: readonly { readonly name: string; readonly bytes: number }[];
};

/**
 * Looks at an unpacked package as it would be installed.
 * @param checkout where it was built
 * @param runsHere whether its native module is for this computer
 */
export async function checkPackage(
  folder: string,
  checkout: string,
  runsHere: boolean,
): Promise<PackageReport> {
  const archive = archiveIn(folder);
  const files = readArchive(archive);
  const problems = [
    ...contentProblems(files, checkout),
    ...integrityProblems(archive),
    ...vouchingProblems(folder),
    ...strayResources(folder),
    ...(await fuseProblems(binaryIn(folder))),
  ];
  if (runsHere && problems.length === 0) {
    const problem = await bootProblem(archive);
    if (problem !== null) problems.push(problem);
  }
  const parts = weights(files).map(({ name, bytes }) => ({ name, bytes }));
  const ours = parts.reduce((total, { bytes }) => total + bytes, 0);
  return { problems, parts: [...parts, { name: 'Electron', bytes: weightOf(folder) - ours }] };
}

const UNPACKED = /-unpacked$|^mac/;

/** Where the builder left the unpacked package: `linux-unpacked`, `mac-arm64`, `win-unpacked`, … */
export function unpackedIn(output: string): string {
  const found = readdirSync(output, { withFileTypes: true }).find(
    (entry) => entry.isDirectory() && UNPACKED.test(entry.name),
  );
  if (found === undefined) throw new Error(`No unpacked package in ${output}`);
  return join(output, found.name);
}
