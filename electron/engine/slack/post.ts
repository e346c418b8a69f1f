import { z } from 'zod';
import { invariant } from '#shared/base/assert.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { changesOf } from '#shared/ops/change-of.ts';
import type { Op } from '#shared/ops/op.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import { carryOps } from '../log/carry.ts';
import { learnOffset } from '../log/clock-offset.ts';
import type { Clock } from '../ports.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { loggedOp, valueBefore } from '../store/ops.ts';
import { standingRoot } from '../store/post-mortems.ts';
import { channelOf } from '../store/slack-channels.ts';
import { partsOf, savePart } from '../store/slack-parts.ts';
import { noteUnproved } from '../store/slack-unproved.ts';
import type { Attempt } from '../transport.ts';
import { encodeOps, type OpsMetadata } from './carrier.ts';
import type { SlackCall } from './client.ts';
import { type SlackFailure, troubleOf } from './failure.ts';
import { callAsMember } from './member-call.ts';
import { plain, type Readable, readableIn } from './message.ts';
import { placeIn } from './post-mortem-thread.ts';
import { settleSent } from './settle-sent.ts';

const Posted = z.object({ ts: z.string() });

/** Who posts, and how people are called in what is posted. */
export type Poster = {
  readonly call: SlackCall;
  readonly db: Db;
  readonly clock: Clock;
  /** The Slack user the messages appear under. */
  readonly user: PersonRef;
  readonly nameOf: (ref: PersonRef) => string;
};

/** Posts ops to the incident's channel: one message, or several where one op is too large for one. */
export async function postOps(poster: Poster, id: IncidentId, ops: readonly Op[]): Attempt<void> {
  const { db } = poster;
  const place = channelOf(db, id);
  invariant(place !== null && place.channel !== null, 'ops are posted to an open channel');
  const channel = place.channel;
  const payloads = encodeOps(ops);
  const thread = threadFor(db, id, ops);
  let first: string | null = null;
  for (const [i, metadata] of payloads.entries()) {
    const { event_payload: payload } = metadata;
    // A piece that a former try got through is not posted twice.
    const there = partsOf(db, channel, payload.ids).find((part) => part.part === i + 1);
    const sent =
      there === undefined
        ? await postPiece(poster, { channel, thread }, ops, metadata)
        : ok({ ts: there.ts, thread });
    if (!sent.ok) return err(troubleOf(sent.error, `#${place.name}`));
    const { ts } = sent.value;
    first ??= ts;
    if (there === undefined) {
      const posted = { ts, ops: ops.map((op) => op.id), account: poster.user };
      noteUnproved(db, channel, sent.value.thread, posted);
    }
    if (payload.part !== undefined && payload.parts !== undefined) {
      const { ids: batch, part, parts, body } = payload;
      savePart(db, { channel, batch, part, parts, ts, body });
    }
  }
  const ts = first;
  invariant(ts !== null, 'a batch has a message');
  inTransaction(db, () => {
    carryOps(db, ops, ts);
    settleSent(db, id, ops, { now: poster.clock.now(), isSure: true });
  });
  return ok(undefined);
}

/** The message that ops stand under: what was written in a post-mortem, under that which began it. */
function threadFor(db: Db, id: IncidentId, ops: readonly Op[]): string | null {
  const isText = ops.every((op) => placeIn(op) === 'reply');
  return isText ? standingRoot(db, id) : null;
}

/** Where a piece goes; a reply where there is a thread. */
type Target = { readonly channel: string; readonly thread: string | null };

/** Slack's words for a message that is gone, or that takes no replies. Nothing was posted then. */
const NO_THREAD: ReadonlySet<string> = new Set([
  'thread_not_found',
  'cannot_reply_to_message',
  'invalid_thread_ts',
]);

/** Slack takes about one message a second, those that it refused included. */
const AGAIN_MS = 1_100;

/** Posts one message, and tells where it stands. What has lost its thread stands in the channel. */
async function postPiece(
  poster: Poster,
  { channel, thread }: Target,
  ops: readonly Op[],
  metadata: OpsMetadata,
): Promise<Result<{ readonly ts: string; readonly thread: string | null }, SlackFailure>> {
  const { part = 1, parts = 1 } = metadata.event_payload;
  const said = tell(poster, ops, parts)[part - 1] ?? plain(`(${part} of ${parts})`);
  const args = {
    channel,
    ...(thread === null ? {} : { thread_ts: thread }),
    text: said.text,
    blocks: said.blocks,
    unfurl_links: false,
    unfurl_media: false,
    metadata,
  };
  const before = poster.clock.now();
  const posted = await callAsMember(poster.call, 'chat.postMessage', args, Posted);
  if (!posted.ok) {
    const { error } = posted;
    const isLost = thread !== null && error.kind === 'platform' && NO_THREAD.has(error.code);
    if (!isLost) return posted;
    await new Promise<void>((resolve) => void poster.clock.after(AGAIN_MS, resolve));
    return postPiece(poster, { channel, thread: null }, ops, metadata);
  }
  learnOffset(poster.db, posted.value.ts, before, poster.clock.now());
  return ok({ ts: posted.value.ts, thread });
}

function tell(poster: Poster, ops: readonly Op[], parts: number): readonly Readable[] {
  const { db } = poster;
  const told = ops.map((op) => {
    const logged = loggedOp(db, op.id) ?? { op, stamp: op.at };
    return {
      changes: changesOf(op, (field) => valueBefore(db, logged, field)),
      by: op.by === poster.user ? null : poster.nameOf(op.by),
      at: stampMs(logged.stamp),
    };
  });
  return readableIn(parts, told, poster.nameOf);
}
