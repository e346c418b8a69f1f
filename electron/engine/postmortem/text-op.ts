import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { POST_MORTEM_TEXT } from '#shared/domain/post-mortem.ts';
import { type EntityState, fieldValue, textField } from '#shared/ops/merge.ts';
import type { Edit } from '../context.ts';

/** How the bytes of a text are written: a Yjs update (version 1), deflated. */
const FORM = 'yjs1';
/** Characters of base64 in one op: well below the most an op may hold. */
const PART = 100_000;
const PARTS_MAX = 100;
/** A text that swells to more than this was not written by a person. */
const BYTES_MAX = 64_000_000;

/**
 * The edits that carry a piece of writing. A long one goes in several ops, each with a field of its
 * own, so that they merge as everything else does and count when all are there.
 * @param id the name of the piece: a new one
 */
export function textEdits(id: string, update: Uint8Array): readonly Edit[] {
  const data = deflateRawSync(update).toString('base64');
  const of = Math.max(1, Math.ceil(data.length / PART));
  return Array.from({ length: of }, (_, part) => ({
    entity: `${POST_MORTEM_TEXT}:${id}`,
    set: { form: FORM, of, [`part.${part}`]: data.slice(part * PART, (part + 1) * PART) },
  }));
}

/** The Yjs update of a text; null while parts are missing, or where it is none that we can read. */
export function updateIn(state: EntityState): Uint8Array | null {
  const of = fieldValue(state, 'of');
  if (textField(state, 'form') !== FORM || typeof of !== 'number') return null;
  if (!Number.isInteger(of) || of < 1 || of > PARTS_MAX) return null;
  const parts = Array.from({ length: of }, (_, part) => textField(state, `part.${part}`));
  if (parts.some((part) => part === null)) return null;
  try {
    return inflateRawSync(Buffer.from(parts.join(''), 'base64'), { maxOutputLength: BYTES_MAX });
  } catch {
    return null;
  }
}
