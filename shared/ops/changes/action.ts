import type { Change } from '../../domain/change.ts';
import { type ChangeReader, text, writes } from './reader.ts';

/** What an op did to an action. */
export const actionChanges: ChangeReader = (op, before) => {
  const to = text(op.set.text);
  const was = text(before('text'));
  if (to !== null && was === null) {
    return [{ kind: 'action-added', text: to, owner: text(op.set.owner) }];
  }
  const now = to ?? was ?? '';
  const changes: Change[] = [];
  if (to !== null && to !== was) changes.push({ kind: 'action-text', from: was, to });
  if (writes(op, 'owner')) {
    changes.push({ kind: 'action-owner', text: now, to: text(op.set.owner) });
  }
  if (op.set.done === true) changes.push({ kind: 'action-done', text: now });
  if (op.set.done === false) changes.push({ kind: 'action-reopened', text: now });
  return changes;
};
