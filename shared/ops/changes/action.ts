import type { Change } from '../../domain/change.ts';
import type { Op } from '../op.ts';
import { type ChangeReader, text, time, writes } from './reader.ts';
import { recordChanges } from './record.ts';

const furtherChanges = recordChanges('action');

/** What an op did to an action. */
export const actionChanges: ChangeReader = (op, before, key) => {
  const to = text(op.set.text);
  const was = text(before('text'));
  if (to !== null && was === null) {
    const { owner, due } = op.set;
    return [{ kind: 'action-added', text: to, owner: text(owner), due: time(due) }];
  }
  const now = to ?? was ?? '';
  const changes: Change[] = [];
  if (to !== null && to !== was) changes.push({ kind: 'action-text', from: was, to });
  if (writes(op, 'owner')) {
    changes.push({ kind: 'action-owner', text: now, to: text(op.set.owner) });
  }
  const status = statusIn(op);
  if (status === 'done') changes.push({ kind: 'action-done', text: now });
  else if (status === 'open') changes.push({ kind: 'action-reopened', text: now });
  else if (status !== null) changes.push({ kind: 'action-status', text: now, to: status });
  return [...changes, ...furtherChanges(op, before, key)];
};

/** The status an op sets. `done` alone is how it was written before there were more of them. */
function statusIn({ set }: Op): string | null {
  const status = text(set.status);
  if (status !== null) return status;
  if (typeof set.done !== 'boolean') return null;
  return set.done ? 'done' : 'open';
}
