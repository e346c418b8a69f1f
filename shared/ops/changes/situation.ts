import type { Change } from '../../domain/change.ts';
import { SITUATION_FIELDS } from '../../domain/situation.ts';
import type { Op } from '../op.ts';
import { type Before, text, time, writes } from './reader.ts';

/** What an op did to how the incident stands and how it is run: fields of the incident itself. */
export function situationChanges(op: Op, before: Before): readonly Change[] {
  const { set } = op;
  const changes: Change[] = [];
  const reason = text(set.statusReason);
  if (reason !== null) changes.push({ kind: 'status-reason', to: reason });
  // A status without a watch of its own ends an earlier one, which goes without saying.
  if (writes(op, 'soakUntil') && (set.soakUntil !== null || !writes(op, 'status'))) {
    const held = (field: string) => text(writes(op, field) ? set[field] : before(field));
    const until = time(set.soakUntil);
    changes.push({ kind: 'soak', until, watchFor: held('watchFor'), watcher: held('watcher') });
  }
  for (const field of SITUATION_FIELDS) {
    if (writes(op, field)) changes.push({ kind: 'situation', field, to: text(set[field]) });
  }
  if (writes(op, 'updateEvery')) {
    const every = typeof set.updateEvery === 'number' ? set.updateEvery : null;
    changes.push({ kind: 'pace', every });
  }
  if (set.severityAssumed === false && text(set.severity) === null) {
    const severity = text(before('severity'));
    if (severity !== null) changes.push({ kind: 'severity-confirmed', severity });
  }
  return [...changes, ...reviewChanges(op, before)];
}

function reviewChanges(op: Op, before: Before): readonly Change[] {
  const { set } = op;
  const changes: Change[] = [];
  if (writes(op, 'reviewOwner')) {
    const from = text(before('reviewOwner'));
    changes.push({ kind: 'review-owner', from, to: text(set.reviewOwner) });
  }
  if (writes(op, 'reviewBy')) changes.push({ kind: 'review-by', to: time(set.reviewBy) });
  if (writes(op, 'reviewState')) {
    changes.push({ kind: 'review-state', to: text(set.reviewState) });
  }
  return changes;
}
