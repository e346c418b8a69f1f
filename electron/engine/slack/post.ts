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
import { channelOf } from '../store/slack-channels.ts';
import { partsOf, savePart } from '../store/slack-parts.ts';
import { noteUnproved } from '../store/slack-unproved.ts';
import type { Attempt } from '../transport.ts';
import { encodeOps, type OpsMetadata } from './carrier.ts';
import type { SlackCall } from './client.ts';
import { type SlackFailure, troubleOf } from './failure.ts';
import { callAsMember } from './member-call.ts';
import { plain, type Readable, readableIn } from './message.ts';
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
  let first: string | null = null;
  for (const [i, metadata] of payloads.entries()) {
    const { event_payload: payload } = metadata;
    // A piece that a former try got through is not posted twice.
    const there = partsOf(db, channel, payload.ids).find((part) => part.part === i + 1);
    const ts = there === undefined ? await postPiece(poster, channel, ops, metadata) : ok(there.ts);
    if (!ts.ok) return err(troubleOf(ts.error, `#${place.name}`));
    first ??= ts.value;
    if (there === undefined) {
      const posted = { ts: ts.value, ops: ops.map((op) => op.id), account: poster.user };
      noteUnproved(db, channel, posted);
    }
    if (payload.part !== undefined && payload.parts !== undefined) {
      const { ids: batch, part, parts, body } = payload;
      savePart(db, { channel, batch, part, parts, ts: ts.value, body });
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

async function postPiece(
  poster: Poster,
  channel: string,
  ops: readonly Op[],
  metadata: OpsMetadata,
): Promise<Result<string, SlackFailure>> {
  const { part = 1, parts = 1 } = metadata.event_payload;
  const said = tell(poster, ops, parts)[part - 1] ?? plain(`(${part} of ${parts})`);
  const args = {
    channel,
    text: said.text,
    blocks: said.blocks,
    unfurl_links: false,
    unfurl_media: false,
    metadata,
  };
  const before = poster.clock.now();
  const posted = await callAsMember(poster.call, 'chat.postMessage', args, Posted);
  if (!posted.ok) return posted;
  learnOffset(poster.db, posted.value.ts, before, poster.clock.now());
  return ok(posted.value.ts);
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
