import { z } from 'zod';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { readAccount } from '../account.ts';
import type { Db } from '../store/database.ts';
import { opsCarriedAt, wholeCarriers } from '../store/slack-carriers.ts';
import { messageAt } from '../store/slack-messages.ts';
import { forgetRemoval, nextRemoval, type Removal } from '../store/slack-removals.ts';
import type { Attempt } from '../transport.ts';
import type { Seeker } from './announcements-place.ts';
import { decodeBody, decodePayload, OPS_EVENT } from './carrier.ts';
import type { SlackCall } from './client.ts';
import { isRefusal, readTroubleOf, type SlackFailure, troubleOf } from './failure.ts';
import { type HistoryMessage, messageIn } from './history-message.ts';

/** Between two steps: deleting has a limit of its own. */
const STEP_MS = 1_500;
/** A batch whose ops stand in more messages than this is left alone: each would have to be read. */
const FIRSTS_MAX = 4;

const Thread = z.object({ messages: z.array(z.unknown()) });

/**
 * Takes away one message of this account's that is of no use: a spare copy of ops, or a post that came
 * through without them. Only one that is just that at this moment: our own, without a reply, reaction
 * or pin, and for a spare copy with the first copies standing. What Slack refuses stays, and does no
 * harm: of several copies the first counts.
 * @returns ms to leave before the next step
 */
export async function settleRemoval({ core, call }: Seeker, id: IncidentId): Attempt<number> {
  const { db, ports } = core;
  const removal = nextRemoval(db, id);
  if (removal === null) return ok(0);
  const may = await mayGo(call, db, removal);
  if (!may.ok && !isRefusal(may.error)) return err(readTroubleOf(may.error, 'the channel'));
  const { channel, ts, why } = removal;
  if (may.ok && may.value) {
    const removed = await call('chat.delete', { channel, ts }, z.object({}));
    if (!removed.ok && !isRefusal(removed.error))
      return err(troubleOf(removed.error, 'the channel'));
    ports.log({ level: 'info', event: 'slack.removed', detail: { why, done: removed.ok } });
  }
  forgetRemoval(db, removal);
  return ok(STEP_MS);
}

async function mayGo(
  call: SlackCall,
  db: Db,
  { channel, ts, why }: Removal,
): Promise<Result<boolean, SlackFailure>> {
  const account = readAccount(db);
  const mirrored = messageAt(db, channel, ts);
  if (account === null || (mirrored !== null && mirrored.author !== account.user)) return ok(false);
  const firsts = why === 'spare' ? firstsOf(db, channel, ts) : new Set<string>();
  if (firsts.size > FIRSTS_MAX) return ok(false);
  const thread = await threadAt(call, channel, ts);
  if (!thread.ok) return thread;
  const [message, ...replies] = thread.value;
  if (message === undefined || replies.length > 0 || !isUntouched(message)) return ok(false);
  if (message.ts !== ts || message.user !== account.user) return ok(false);
  if (why === 'bare') return ok(message.metadata === undefined);
  const held = new Set<string>();
  for (const first of firsts) {
    const copy = await threadAt(call, channel, first);
    if (!copy.ok) return copy;
    for (const op of opsIn(copy.value[0])) held.add(op);
  }
  const own = opsIn(message);
  return ok(own.length > 0 && own.every((op) => held.has(op)));
}

const isUntouched = ({ reply_count, reactions, pinned_to }: HistoryMessage): boolean =>
  (reply_count ?? 0) + (reactions ?? []).length + (pinned_to ?? []).length === 0;

/** The first messages that carry what a message carries, by what was read; never the message itself. */
function firstsOf(db: Db, channel: string, ts: string): ReadonlySet<string> {
  const ops = opsCarriedAt(db, channel, ts);
  const firsts = ops.flatMap((op) => wholeCarriers(db, channel, op).slice(0, 1));
  return new Set(firsts.filter((first) => first < ts));
}

/** A message and its first replies, as they are now. */
async function threadAt(
  call: SlackCall,
  channel: string,
  ts: string,
): Promise<Result<readonly HistoryMessage[], SlackFailure>> {
  const args = { channel, ts, limit: 2, include_all_metadata: true };
  const page = await call('conversations.replies', args, Thread);
  if (!page.ok) return page;
  const messages = page.value.messages.map((value) => messageIn(value));
  return ok(messages.filter((message) => message !== null));
}

/** Ids of the ops that a message carries whole; none for a piece of a larger batch. */
function opsIn(message: HistoryMessage | undefined): readonly string[] {
  if (message?.metadata?.event_type !== OPS_EVENT) return [];
  const carried = decodePayload(message.metadata.event_payload);
  if (!carried.ok || carried.value.parts > 1) return [];
  return decodeBody(carried.value.body).ops.map(({ id }) => id);
}
