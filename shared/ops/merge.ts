import type { OpId } from '../base/ids.ts';
import type { Json } from '../base/json.ts';
import { compareText } from '../base/order.ts';
import { isTime } from '../base/time.ts';
import type { Op } from './op.ts';
import type { Stamp } from './stamp.ts';

/** An op as the log holds it: with the stamp it is ordered by. */
export type LoggedOp = { readonly op: Op; readonly stamp: Stamp };

/** The write that holds a field now. */
export type Register = readonly [value: Json, at: Stamp, op: OpId];

/** All fields of one entity. */
export type EntityState = { readonly [field: string]: Register };

/**
 * Folds an op into its entity: last writer wins per field, by effective stamp, and by op id should
 * two stamps be equal (a copied profile). Commutative, associative and idempotent, so that any order
 * of delivery, with repeats, gives the same state. Returns `state` itself when nothing changed.
 */
export function mergeOp(state: EntityState, { op, stamp }: LoggedOp): EntityState {
  let merged: Record<string, Register> | null = null;
  for (const [field, value] of Object.entries(op.set)) {
    const held = Object.hasOwn(state, field) ? state[field] : undefined;
    if (held !== undefined && !wins(op.id, stamp, held)) continue;
    merged ??= { ...state };
    merged[field] = [value, stamp, op.id];
  }
  return merged ?? state;
}

function wins(id: OpId, stamp: Stamp, held: Register): boolean {
  const order = compareText(stamp, held[1]);
  return order > 0 || (order === 0 && compareText(id, held[2]) > 0);
}

/** The value of a field, whatever it is; undefined when it was never written. */
export function fieldValue(state: EntityState, field: string): Json | undefined {
  return Object.hasOwn(state, field) ? state[field]?.[0] : undefined;
}

/** The value of a field if it is text, else null: a wrong type reads as "not set". */
export function textField(state: EntityState, field: string): string | null {
  const value = fieldValue(state, field);
  return typeof value === 'string' ? value : null;
}

export function flagField(state: EntityState, field: string): boolean {
  return fieldValue(state, field) === true;
}

/** The value of a field if it is a moment (ms since 1970), else null. */
export function timeField(state: EntityState, field: string): number | null {
  const value = fieldValue(state, field);
  return isTime(value) ? value : null;
}

/** The stamp that holds a field, or null when it was never written. */
export function fieldStamp(state: EntityState, field: string): Stamp | null {
  return Object.hasOwn(state, field) ? (state[field]?.[1] ?? null) : null;
}
