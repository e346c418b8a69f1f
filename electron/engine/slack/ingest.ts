import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { ULID_PATTERN } from '#shared/base/ids.ts';
import type { Op } from '#shared/ops/op.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import type { Arrival } from '../log/apply.ts';
import { underFreeId } from '../log/taken-id.ts';
import type { Db } from '../store/database.ts';
import { hasOps } from '../store/ops.ts';
import { saveCarrier, wholeCarriers } from '../store/slack-carriers.ts';
import type { MessageKind } from '../store/slack-messages.ts';
import { partsOf, savePart } from '../store/slack-parts.ts';
import type { QuarantineReason } from '../store/slack-quarantine.ts';
import { wantRemoved } from '../store/slack-removals.ts';
import { type Carried, decodeBody, decodePayload, OPS_EVENT } from './carrier.ts';
import type { HistoryMessage } from './history-message.ts';
import { placeIn } from './post-mortem-thread.ts';
import { settleSent } from './settle-sent.ts';

/** The announcement of an incident: says where it lives. */
export const INCIDENT_EVENT = 'quarterdeck_incident';

/** Slack's own notices: the timeline says all this by itself. */
const NOTICES = new Set([
  'channel_join',
  'channel_leave',
  'channel_topic',
  'channel_purpose',
  'channel_name',
  'channel_archive',
  'channel_unarchive',
  'group_join',
  'group_leave',
  'group_topic',
  'group_purpose',
  'group_name',
  'group_archive',
  'group_unarchive',
]);

/** The place a message was read from. */
export type Place = { readonly incident: IncidentId; readonly channel: string };

/** The same while a page is taken in, with the ops that it brought so far. */
type Taking = Place & { readonly arrived: Arrival[] };

/** Something in a message that is not what it claims to be. */
export type Refusal = { readonly reason: QuarantineReason; readonly detail: string };

/** What a message turned out to be. */
export type Ingested = {
  readonly kind: MessageKind;
  readonly refused: readonly Refusal[];
};

const isA = (kind: MessageKind, refused: readonly Refusal[] = []): Ingested => ({
  kind,
  refused,
});

/**
 * Takes in what a message of an incident's channel carries. The caller holds the transaction, keeps
 * the message itself, and applies the ops that `arrived` once all of its page are taken in.
 */
export function ingest(db: Db, place: Taking, message: HistoryMessage): Ingested {
  const { metadata, subtype } = message;
  if (metadata?.event_type === OPS_EVENT) {
    const carried = decodePayload(metadata.event_payload);
    return carried.ok
      ? ingestCarried(db, place, message.ts, carried.value)
      : isA('message', [{ reason: 'payload-malformed', detail: carried.error }]);
  }
  if (metadata?.event_type === INCIDENT_EVENT) return isA('notice');
  return isA(subtype !== undefined && NOTICES.has(subtype) ? 'notice' : 'message');
}

function ingestCarried(db: Db, place: Taking, ts: string, carried: Carried): Ingested {
  if (carried.parts === 1) return ingestOps(db, place, ts, carried.body, 'message');
  const { channel } = place;
  savePart(db, { channel, ts, ...carried });
  const { part, parts } = carried;
  for (const op of carried.batch.split(',')) {
    if (ULID_PATTERN.test(op)) saveCarrier(db, { channel, op: op as OpId, ts, part, parts });
  }
  const pieces = partsOf(db, channel, carried.batch).filter((piece) => piece.parts === parts);
  if (pieces.length < parts) return isA('ops');
  // The batch stands where its first piece does, whichever came last.
  const first = pieces[0]?.ts ?? ts;
  return ingestOps(db, place, first, pieces.map((piece) => piece.body).join(''), 'ops');
}

/** @param otherwise what the message is when nothing in it is an op of this incident */
function ingestOps(
  db: Db,
  place: Taking,
  ts: string,
  body: string,
  otherwise: MessageKind,
): Ingested {
  const { ops, refused } = decodeBody(body);
  // A channel speaks of its own incident only: nobody can change another from here.
  const own: Op[] = [];
  const refusals = refused.map(refusalOf);
  for (const op of ops) {
    const reason = trespass(db, place, op);
    const free = underFreeId(db, op);
    if (reason === null) own.push(free);
    if (reason === null && free === op) continue;
    refusals.push({ reason: reason ?? 'op-id-taken', detail: op.id });
  }
  if (own.length === 0) return isA(otherwise, refusals);
  place.arrived.push({ ops: own, ts });
  const ids = own.map(({ id }) => id);
  // What still stood in the outbox is settled by this: Slack holds it.
  settleSent(db, place.incident, own, { now: tsMs(ts), isSure: false });
  if (otherwise === 'message') {
    for (const op of ids) saveCarrier(db, { channel: place.channel, op, ts, part: 1, parts: 1 });
    // What people wrote may stand under any copy of the message that began a post-mortem.
    const removable = own.filter((op) => placeIn(op) !== 'root');
    noteSpares(
      db,
      place,
      removable.map(({ id }) => id),
    );
  }
  return isA('ops', refusals);
}

/** Of ops that stand in several messages, all but the first are of no use: whose they are may take them away. */
function noteSpares(db: Db, { channel, incident }: Place, ops: readonly OpId[]): void {
  for (const op of ops) {
    const [, ...spares] = wholeCarriers(db, channel, op);
    for (const ts of spares) wantRemoved(db, { channel, ts, incident, why: 'spare' });
  }
}

/** Why an op is not this channel's to tell, or null when it is. */
function trespass(db: Db, { incident }: Place, op: Op): QuarantineReason | null {
  if (op.incident === incident) return null;
  return hasOps(db, op.incident) ? 'op-of-another-incident' : 'op-of-unknown-incident';
}

const refusalOf = (detail: string): Refusal => ({
  reason: detail.startsWith('body') ? 'body-malformed' : 'op-malformed',
  detail,
});
