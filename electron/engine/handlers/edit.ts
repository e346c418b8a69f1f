import type { IncidentId } from '#shared/base/ids.ts';
import type { Json } from '#shared/base/json.ts';
import { type EntityState, fieldValue } from '#shared/ops/merge.ts';
import type { Op } from '#shared/ops/op.ts';
import { type Context, commitEdits, type Edit } from '../context.ts';
import type { Db } from '../store/database.ts';
import { entityState } from '../store/entities.ts';
import { type Answer, DONE, type Done, findIncident, type HandlerContext } from './handler.ts';

/** Fields to write; one that is undefined is left as it is. */
export type Patch = { readonly [field: string]: Json | undefined };

/** The fields of a patch that say something: what something new is made with. */
export function present(patch: Patch): Op['set'] {
  const isSaid = (value: Json | undefined) => value !== undefined && value !== null && value !== '';
  const pairs = Object.entries(patch).filter(([, value]) => isSaid(value));
  return Object.fromEntries(pairs) as Op['set'];
}

/** Setting what is set already says nothing: of an edit, what would change something. */
export function differing(
  db: Db,
  incident: IncidentId,
  entity: string,
  patch: Patch,
): readonly Edit[] {
  const state = entityState(db, incident, entity);
  const set: Record<string, Json> = {};
  for (const [field, value] of Object.entries(patch)) {
    if (value !== undefined && !isSame(state, field, value)) set[field] = value;
  }
  return Object.keys(set).length === 0 ? [] : [{ entity, set }];
}

/** Nothing, empty and false are what a field is before anybody wrote it. */
function isSame(state: EntityState, field: string, value: Json): boolean {
  const held = fieldValue(state, field);
  const isUnset = value === null || value === '' || value === false;
  return held === undefined ? isUnset : JSON.stringify(held) === JSON.stringify(value);
}

/** Writes of an entity's fields those that differ. */
export function edit(context: Context, incident: IncidentId, entity: string, patch: Patch): void {
  const edits = differing(context.db, incident, entity, patch);
  if (edits.length > 0) commitEdits(context, incident, edits);
}

type OfIncident = { readonly incident: IncidentId };

/** A command that writes fields of one entity of an incident. */
export function setting<Input extends OfIncident>(
  entity: string | ((input: Input) => string),
  patch: (input: Input) => Op['set'],
) {
  return (context: HandlerContext, input: Input): Answer<Done> => {
    const found = findIncident(context, input.incident);
    if (!found.ok) return found;
    const written = typeof entity === 'string' ? entity : entity(input);
    edit(context, input.incident, written, patch(input));
    return DONE;
  };
}
