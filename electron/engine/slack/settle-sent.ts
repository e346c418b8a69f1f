import type { IncidentId } from '#shared/base/ids.ts';
import type { Op } from '#shared/ops/op.ts';
import type { Db } from '../store/database.ts';
import { settle } from '../store/outbox.ts';
import { setTopicDue } from '../store/slack-channels.ts';

/**
 * Takes ops that Slack holds now off the queue and notes what follows from them. The caller holds
 * the transaction, so that a crash forgets neither. Tells whether any of them was ours to send.
 */
export function settleSent(db: Db, incident: IncidentId, ops: readonly Op[]): boolean {
  const sent = settle(
    db,
    ops.map((op) => op.id),
  );
  if (sent > 0) setTopicDue(db, incident);
  return sent > 0;
}
