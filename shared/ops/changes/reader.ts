import type { Json } from '../../base/json.ts';
import { isTime } from '../../base/time.ts';
import type { Change } from '../../domain/change.ts';
import type { Op } from '../op.ts';

/** The value a field of the op's entity had just before the op, or undefined. */
export type Before = (field: string) => Json | undefined;

/** Reads what an op did to an entity of one kind. `key` is the entity's own id. */
export type ChangeReader = (op: Op, before: Before, key: string) => readonly Change[];

/** A text that says something, else null. */
export const text = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** A moment in ms since 1970, else null. */
export const time = (value: Json | undefined): number | null => (isTime(value) ? value : null);

/** Whether the op writes a field. */
export const writes = (op: Op, field: string): boolean => Object.hasOwn(op.set, field);
