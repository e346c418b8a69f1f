import type { Change } from '../../domain/change.ts';
import { type ChangeReader, text, writes } from './reader.ts';

/** Who took a role or gave it back, and what the role is called. */
export const roleChanges: ChangeReader = (op, before, role) => {
  const changes: Change[] = [];
  const named = text(op.set.name);
  const was = text(before('name'));
  const name = named ?? was;
  if (named !== null && named !== was) {
    changes.push({ kind: 'role-named', role, from: was, to: named });
  }
  if (writes(op, 'person')) {
    const from = text(before('person'));
    changes.push({ kind: 'role', role, name, from, to: text(op.set.person) });
  }
  if (op.set.deleted === true) changes.push({ kind: 'role-removed', role, name });
  if (op.set.deleted === false) changes.push({ kind: 'role-restored', role, name });
  return changes;
};
