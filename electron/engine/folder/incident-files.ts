import { createHash } from 'node:crypto';
import type { IncidentId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { QueryOutput } from '#shared/contract/queries.ts';
import { recordJson } from '#shared/export/json.ts';
import { recordMarkdown } from '#shared/export/markdown.ts';
import { type Reader, readRecord } from '#shared/export/read-record.ts';

/** A file by its name, with what is in it. */
export type IncidentFile = { readonly name: string; readonly text: string };

/**
 * An incident as files: itself, and its post-mortem once somebody began it. Names are made of letters,
 * digits and hyphens, and stay the same whatever the incident is called by then; two desktops that were
 * offline may have picked the same code, so that the id's end is part of them.
 */
export async function incidentFiles(
  reader: Reader,
  incident: IncidentId,
): Promise<Result<readonly IncidentFile[], ContractError>> {
  const record = await readRecord(reader, incident);
  if (!record.ok) return record;
  const name = fileName(record.value.incident.code, incident);
  // Who could be chosen, and what waits for Slack, is this desktop's alone and changes all day.
  const quiet = { ...record.value.incident, people: [], waiting: 0, parked: null, refusal: null };
  const value = { ...record.value, incident: quiet };
  const text = await postMortem(reader, incident);
  return ok([
    { name: `${name}.md`, text: recordMarkdown(value) },
    { name: `${name}.json`, text: recordJson(value) },
    ...(text === null ? [] : [{ name: `${name}-post-mortem.md`, text }]),
  ]);
}

export function fileName(code: string, incident: IncidentId): string {
  const safe = code.replace(/[^A-Za-z0-9-]/g, '').slice(0, 40);
  return `${safe === '' ? 'incident' : safe}-${incident.slice(-6)}`;
}

/** By which files of an earlier time are known to be the same. */
export const filesHash = (files: readonly IncidentFile[]): string =>
  createHash('sha256')
    .update(files.map(({ name, text }) => `${name}\n${text.length}\n${text}`).join('\n'))
    .digest('base64url');

type Piece = QueryOutput<'post-mortem-export'>;

/** Null while nobody began it. */
async function postMortem(reader: Reader, incident: IncidentId): Promise<string | null> {
  const pieces: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const read: Result<Piece, ContractError> = await reader.query('post-mortem-export', {
      ...{ incident, offset },
      format: 'markdown',
    });
    if (!read.ok) return null;
    pieces.push(Buffer.from(read.value.data, 'base64'));
    offset = read.value.next;
  }
  return Buffer.concat(pieces).toString('utf8');
}
