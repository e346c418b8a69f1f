import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { CommandOutput } from '#shared/contract/commands.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { Asking } from './asking.ts';

/** What an incident file is called, and what systems open with Quarterdeck. */
export const INCIDENT_FILE = '.quarterdeck';

/** Bytes that go at once: below what the door takes as one message. */
const PIECE = 480_000;
/** Twice what an engine takes: it says itself when a file is too large, this keeps memory. */
const FILE_MAX = 64_000_000;

export type Imported = NonNullable<CommandOutput<'bundle.import'>['imported']>;

/** Reads a file that somebody named. What is in it is for the engine to judge. */
export function readIncidentFile(path: string): Result<Buffer, ContractError> {
  try {
    const { size } = statSync(path);
    if (size > FILE_MAX) return err(notRead(path, 'too large for an incident file'));
    return ok(readFileSync(path));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    return err(notRead(path, code));
  }
}

/** Hands a file to an engine, piece by piece. @param upload an id that no other file has */
export async function takeIncidentFile(
  { command }: Pick<Asking, 'command'>,
  bytes: Buffer,
  upload: string,
): Promise<Result<Imported, ContractError>> {
  for (let offset = 0; ; offset += PIECE) {
    const last = offset + PIECE >= bytes.length;
    const data = bytes.subarray(offset, offset + PIECE).toString('base64');
    const taken = await command('bundle.import', { upload, offset, data, last });
    if (!taken.ok) return taken;
    if (taken.value.imported !== null) return ok(taken.value.imported);
    if (last) return err(notRead('The file', 'nothing was taken in'));
  }
}

const notRead = (path: string, why: string) =>
  contractError(
    'not_possible',
    `${basename(path)} cannot be read (${why}).`,
    'Check the path and its rights.',
  );
