import { type ChangeReader, text, writes } from './reader.ts';

/** Who took a role, or gave it back. */
export const roleChanges: ChangeReader = (op, before, role) =>
  writes(op, 'person')
    ? [{ kind: 'role', role, from: text(before('person')), to: text(op.set.person) }]
    : [];
