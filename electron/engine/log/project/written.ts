import type { IncidentId } from '#shared/base/ids.ts';
import type { Json } from '#shared/base/json.ts';
import { type EntityState, fieldStamp, fieldValue, flagField } from '#shared/ops/merge.ts';
import { entityParts } from '#shared/ops/op.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import type { Db } from '../../store/database.ts';
import { removeWritten, saveWritten } from '../../store/search.ts';

/**
 * The fields of each kind of entity that people look for; the first is the one it is dated by.
 * What is not here is not found.
 */
const SEARCHED: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'incident',
    ['code', 'name', 'summary', 'impact', 'symptoms', 'scope', 'statusReason', 'watchFor'],
  ],
  ['entry', ['text']],
  ['action', ['text']],
  ['follow_up', ['text', 'doneWhen']],
  ['update', ['conditions', 'actions', 'needs']],
  ['decision', ['question', 'options', 'choice', 'reason', 'expected']],
  ['hypothesis', ['text', 'evidence']],
  ['link', ['title', 'url']],
]);

/** Keeps the words of one entity in the full text. A pure function of the state, as all tables are. */
export function projectWritten(
  db: Db,
  incident: IncidentId,
  entity: string,
  state: EntityState,
): void {
  const fields = SEARCHED.get(entityParts(entity).kind);
  const [first] = fields ?? [];
  if (fields === undefined || first === undefined) return;
  const text = fields.flatMap((field) => textsIn(fieldValue(state, field))).join('\n');
  if (text === '' || flagField(state, 'deleted')) return removeWritten(db, incident, entity);
  const stamp = fieldStamp(state, first);
  saveWritten(db, { incident, entity, at: stamp === null ? 0 : stampMs(stamp), text });
}

function textsIn(value: Json | undefined): readonly string[] {
  const values: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value];
  return values.filter((item) => typeof item === 'string' && item !== '') as string[];
}
