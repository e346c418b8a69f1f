import type { Json } from '../base/json.ts';
import type { Change } from '../domain/change.ts';
import { DEFAULT_SEVERITY } from '../domain/severity.ts';
import { entityParts, type Op } from './op.ts';

/** The value a field of the op's entity had just before the op, or undefined. */
export type Before = (field: string) => Json | undefined;

const text = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/**
 * What an op did, as the timeline tells it. An op whose fields we know none of gives one `unknown`;
 * fields that are kept for machines alone (an incident's code) are silent.
 */
export function changesOf(op: Op, before: Before): readonly Change[] {
  const { kind, key } = entityParts(op.entity);
  const changes = readers[kind]?.(op, before, key);
  if (changes !== undefined && changes.length > 0) return changes;
  return [{ kind: 'unknown', entity: kind, fields: Object.keys(op.set) }];
}

type Reader = (op: Op, before: Before, key: string) => readonly Change[];

const readers: { readonly [kind: string]: Reader } = {
  incident: incidentChanges,
  role: roleChanges,
  action: actionChanges,
  entry: (op) => {
    const to = text(op.set.text);
    return to === null ? [] : [{ kind: 'note', text: to }];
  },
};

function incidentChanges(op: Op, before: Before): readonly Change[] {
  const name = text(op.set.name);
  if (name !== null && text(op.set.code) !== null) {
    const severity = text(op.set.severity) ?? DEFAULT_SEVERITY;
    return [{ kind: 'declared', name, severity, private: op.set.private === true }];
  }
  const changes: Change[] = [];
  if (name !== null) changes.push({ kind: 'renamed', from: text(before('name')), to: name });
  for (const field of ['severity', 'status'] as const) {
    const to = text(op.set[field]);
    if (to !== null) changes.push({ kind: field, from: text(before(field)), to });
  }
  return changes;
}

function roleChanges(op: Op, before: Before, role: string): readonly Change[] {
  if (!Object.hasOwn(op.set, 'person')) return [];
  return [{ kind: 'role', role, from: text(before('person')), to: text(op.set.person) }];
}

function actionChanges(op: Op, before: Before): readonly Change[] {
  const to = text(op.set.text);
  const was = text(before('text'));
  if (to !== null && was === null) {
    return [{ kind: 'action-added', text: to, owner: text(op.set.owner) }];
  }
  const now = to ?? was ?? '';
  const changes: Change[] = [];
  if (to !== null && to !== was) changes.push({ kind: 'action-text', from: was, to });
  if (Object.hasOwn(op.set, 'owner')) {
    changes.push({ kind: 'action-owner', text: now, to: text(op.set.owner) });
  }
  if (op.set.done === true) changes.push({ kind: 'action-done', text: now });
  if (op.set.done === false) changes.push({ kind: 'action-reopened', text: now });
  return changes;
}
