import type { OpId } from '#shared/base/ids.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import { readAccount } from '../account.ts';
import { moveCarried, uncarryOps } from '../log/carry.ts';
import type { LogLine } from '../ports.ts';
import type { Db } from '../store/database.ts';
import { opById } from '../store/ops.ts';
import { enqueueAgain, isWaiting, type OutboxRow } from '../store/outbox.ts';
import { forgetCarrier } from '../store/slack-carrier-choice.ts';
import { wholeCarriers } from '../store/slack-carriers.ts';
import { forgetPart } from '../store/slack-parts.ts';
import { wantRemoved } from '../store/slack-removals.ts';
import {
  forgetUnproved,
  missUnproved,
  type UnprovedPost,
  unprovedIn,
} from '../store/slack-unproved.ts';
import { OPS_EVENT } from './carrier.ts';
import type { HistoryMessage } from './history-message.ts';
import type { Place } from './ingest.ts';

type Again = Pick<OutboxRow, 'op' | 'incident' | 'account' | 'queuedAt'>;

type Reader = {
  readonly db: Db;
  readonly log: (line: LogLine) => void;
  readonly place: Place;
};

/** What a complete read of the channel itself, or of a thread of it, shows, and for which of our posts it is complete. */
type Shown = {
  readonly thread: string | null;
  readonly messages: readonly HistoryMessage[];
  readonly oldest: string;
  readonly before: string;
  readonly postsBefore?: string;
};

/** Reads in a row that must lack a post before it counts as gone: a read can lag. */
const MISSES = 2;

/**
 * Holds the posts of this desktop against what a read shows of them. One that came through without
 * its ops, or that was deleted before anybody can be known to have read it, looked sent and was lost
 * to everybody else: its ops wait again, before all that came later, and the next post finds out what
 * gets through. The caller holds the transaction.
 * @returns whether any was lost
 */
export function provePosts(
  { db, log, place }: Reader,
  { thread, messages, oldest, before, postsBefore = before }: Shown,
): boolean {
  const { channel, incident } = place;
  const posts = unprovedIn(db, channel, thread);
  if (posts.length === 0) return false;
  const shown = new Map(messages.map((message) => [message.ts, message]));
  const lost: Again[] = [];
  for (const post of posts) {
    // While a batch is on its way nobody knows yet what of it will have to be sent again.
    if (post.ts < oldest || post.ts >= postsBefore || post.ops.some((op) => isWaiting(db, op)))
      continue;
    const message = shown.get(post.ts);
    if (message === undefined && post.missed + 1 < MISSES) {
      missUnproved(db, channel, post.ts);
      continue;
    }
    forgetUnproved(db, channel, post.ts);
    if (message?.metadata?.event_type === OPS_EVENT) continue;
    lost.push(...losses(db, place, post));
    if (message === undefined) continue;
    wantRemoved(db, { channel, incident, ts: post.ts, why: 'bare' });
    const account = readAccount(db);
    if (account !== null) forgetCarrier(db, account);
  }
  if (lost.length === 0) return false;
  const ids = lost.map(({ op }) => op);
  uncarryOps(db, incident, ids);
  enqueueAgain(db, lost);
  log({ level: 'warn', event: 'slack.posts-lost', detail: { ops: ids.join(',') } });
  return true;
}

/**
 * The ops of a post that came to nothing, those that nothing else in the channel carries. The others
 * stand where that does: an old copy of the file may have known only the lost post.
 */
function losses(
  db: Db,
  { channel, incident }: Place,
  { ts, ops, account }: UnprovedPost,
): readonly Again[] {
  forgetPart(db, channel, ts);
  const gone: OpId[] = [];
  for (const id of ops) {
    const [other] = wholeCarriers(db, channel, id).filter((carrier) => carrier !== ts);
    const op = opById(db, id);
    if (other === undefined) gone.push(id);
    else if (op !== null) moveCarried(db, op, other);
  }
  return gone.map((op) => ({ op, incident, account, queuedAt: tsMs(ts) }));
}
