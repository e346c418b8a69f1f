import { z } from 'zod';
import { type IncidentId, type OpId, ULID_PATTERN } from '../base/ids.ts';
import type { Json } from '../base/json.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { PersonRef } from '../domain/person.ts';
import { STAMP_PATTERN, type Stamp } from './stamp.ts';

/** The version of op this build writes. Newer ones are kept, passed on and shown as far as understood. */
export const OP_VERSION = 1;

/** One change: field writes on one entity of one incident. Never edited, never deleted. */
export type Op = {
  readonly v: number;
  readonly id: OpId;
  readonly at: Stamp;
  readonly by: PersonRef;
  readonly incident: IncidentId;
  /** `incident`, `role:lead`, `action:<id>`, `entry:<id>` … */
  readonly entity: string;
  readonly set: { readonly [field: string]: Json };
};

/** Longest JSON of one op, in characters: a bound on what a stranger can make us store. */
const OP_JSON_MAX = 200_000;

/** A field name starts with a letter, so `__proto__` can never be one. */
const FieldName = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_.-]{0,63}$/);
const Entity = z.string().regex(/^[a-z_]{1,24}(:[A-Za-z0-9_.-]{1,64})?$/);

/** Unknown keys pass through: they belong to newer versions and travel on untouched. */
const OpSchema = z.looseObject({
  v: z.int().min(1),
  id: z.string().regex(ULID_PATTERN),
  at: z.string().regex(STAMP_PATTERN),
  by: z.string().min(1).max(200),
  incident: z.string().regex(ULID_PATTERN),
  entity: Entity,
  set: z.record(FieldName, z.json()),
});

/** Reads an op that came from outside. The reason of a refusal is for the log, not for a person. */
export function parseOp(input: unknown): Result<Op, string> {
  const parsed = OpSchema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err(`${issue?.path.join('.') || 'op'}: ${issue?.message ?? 'not an op'}`);
  }
  if (JSON.stringify(parsed.data).length > OP_JSON_MAX) return err('op: too large');
  return ok(parsed.data as unknown as Op);
}

/** The kind of an entity (`action:01H…` → `action`) and, where there is one, its own id. */
export function entityParts(entity: string): { readonly kind: string; readonly key: string } {
  const colon = entity.indexOf(':');
  return colon < 0
    ? { kind: entity, key: '' }
    : { kind: entity.slice(0, colon), key: entity.slice(colon + 1) };
}
