import type { Change } from '../domain/change.ts';
import { RECORDS, type RecordEntity } from '../domain/record-change.ts';
import { actionChanges } from './changes/action.ts';
import { fieldChanges } from './changes/custom-field.ts';
import { incidentChanges } from './changes/incident.ts';
import { participantChanges } from './changes/participant.ts';
import { postMortemChanges, postMortemTextChanges } from './changes/post-mortem.ts';
import type { Before, ChangeReader } from './changes/reader.ts';
import { recordChanges } from './changes/record.ts';
import { relationChanges } from './changes/relation.ts';
import { roleChanges } from './changes/role.ts';
import { entryChanges, lineChanges } from './changes/timeline.ts';
import { entityParts, type Op } from './op.ts';

const recordReaders = Object.fromEntries(
  Object.keys(RECORDS).map((entity) => [entity, recordChanges(entity as RecordEntity)]),
);

const readers: { readonly [kind: string]: ChangeReader } = {
  ...recordReaders,
  incident: incidentChanges,
  role: roleChanges,
  action: actionChanges,
  entry: entryChanges,
  line: lineChanges,
  relation: relationChanges,
  participant: participantChanges,
  field: fieldChanges,
  post_mortem: postMortemChanges,
  post_mortem_text: postMortemTextChanges,
};

/**
 * What an op did, as the timeline tells it. An op whose fields we know none of gives one `unknown`;
 * fields that are kept for machines alone (an incident's code) are silent.
 */
export function changesOf(op: Op, before: Before): readonly Change[] {
  const { kind, key } = entityParts(op.entity);
  const read = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  const changes = read?.(op, before, key);
  if (changes !== undefined && changes.length > 0) return changes;
  return [{ kind: 'unknown', entity: kind, fields: Object.keys(op.set) }];
}
