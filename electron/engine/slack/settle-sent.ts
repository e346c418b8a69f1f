import type { IncidentId } from '#shared/base/ids.ts';
import { isHeadline } from '#shared/ops/headline.ts';
import type { Op } from '#shared/ops/op.ts';
import type { Db } from '../store/database.ts';
import { queueHeadline } from '../store/headlines.ts';
import { incidentById } from '../store/incidents.ts';
import { settle } from '../store/outbox.ts';
import { setTopicDue } from '../store/slack-channels.ts';

/** How it is known that Slack holds ops. */
export type Sent = {
  /** ms since 1970. */
  readonly now: number;
  /** Slack's answer to their post said so; else they were found, and so may be their headlines. */
  readonly isSure: boolean;
};

/**
 * Takes ops that Slack holds now off the queue and notes what follows from them. The caller holds
 * the transaction, so that a crash forgets neither. Tells whether any of them was ours to send.
 */
export function settleSent(
  db: Db,
  incident: IncidentId,
  ops: readonly Op[],
  { now, isSure }: Sent,
): boolean {
  const sent = ops.filter((op) => settle(db, [op.id]) > 0);
  if (sent.length === 0) return false;
  setTopicDue(db, incident);
  // What happens in private is nobody's news outside, nor will it be on the day it is private no more.
  if (incidentById(db, incident)?.private === true) return true;
  const state = isSure ? 'queued' : 'sending';
  for (const op of sent.filter(isHeadline)) {
    queueHeadline(db, { op: op.id, incident, state, queuedAt: now });
  }
  return true;
}
