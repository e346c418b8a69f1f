import type { Json } from '../../base/json.ts';
import type { Change } from '../../domain/change.ts';
import type { RecordKind } from '../../domain/record.ts';
import { RECORDS, type RecordEntity } from '../../domain/record-change.ts';
import { type ChangeReader, text, writes } from './reader.ts';

/** What an op did to a record of one kind. */
export function recordChanges(entity: RecordEntity): ChangeReader {
  const record: RecordKind = RECORDS[entity];
  return (op, before) => {
    const written = Object.keys(record.fields).filter((field) => writes(op, field));
    const was = text(before(record.title));
    const to = text(op.set[record.title]);
    if (op.set.added === true || (was === null && to !== null)) {
      const set = written.map((field): [string, Json] => [field, op.set[field] ?? null]);
      return [{ kind: 'record-added', entity, set: Object.fromEntries(set) }];
    }
    const title = to ?? was ?? '';
    const changes: Change[] = written.map((field) => {
      const from = before(field) ?? null;
      return { kind: 'record-set', entity, title, field, from, to: op.set[field] ?? null };
    });
    if (op.set.deleted === true) changes.push({ kind: 'record-removed', entity, title });
    if (op.set.deleted === false) changes.push({ kind: 'record-restored', entity, title });
    return changes;
  };
}
