import { createHash } from 'node:crypto';
import type { DeviceId, IncidentId } from '#shared/base/ids.ts';
import { isSlackUser, namedPerson, type PersonRef } from '#shared/domain/person.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import { makeStamp } from '#shared/ops/stamp.ts';
import { applyOps } from '../log/apply.ts';
import type { LogLine } from '../ports.ts';
import type { Db } from '../store/database.ts';
import { partsOf, saveMessage, savePart } from '../store/slack-messages.ts';
import { meetUser } from '../store/slack-users.ts';
import { addLine } from '../store/timeline.ts';
import { type Carried, decodeBody, decodePayload, OPS_EVENT } from './carrier.ts';
import type { HistoryMessage } from './history.ts';
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

type Log = (line: LogLine) => void;

/**
 * Takes one message of an incident's channel in: ops into the log, people's messages into the
 * mirror and the timeline. The caller holds the transaction.
 * @returns whether anything is different now
 */
export function ingest(db: Db, log: Log, place: Place, message: HistoryMessage): boolean {
  const { metadata } = message;
  if (metadata?.event_type === OPS_EVENT) {
    const carried = decodePayload(metadata.event_payload);
    return carried.ok
      ? ingestOps(db, log, place, message, carried.value)
      : ingestOdd(db, log, place, message, [carried.error]);
  }
  if (metadata?.event_type === INCIDENT_EVENT) return false;
  if (message.subtype !== undefined && NOTICES.has(message.subtype)) return false;
  return ingestMessage(db, place, message);
}

function ingestOps(
  db: Db,
  log: Log,
  place: Place,
  message: HistoryMessage,
  carried: Carried,
): boolean {
  const whole = wholeBody(db, place.channel, message.ts, carried);
  if (whole === null) return false;
  const { ops, refused } = decodeBody(whole);
  // A channel speaks of its own incident only: nobody can change another from here.
  const own = ops.filter((op) => op.incident === place.incident);
  if (own.length < ops.length) refused.push('op: of another incident');
  if (own.length === 0) return ingestOdd(db, log, place, message, refused);
  const applied = applyOps(db, own, message.ts);
  if (applied.fresh.length > 0) tellRefused(log, refused);
  // What still stood in the outbox is settled by this: Slack holds it.
  const settled = settleSent(db, place.incident, own);
  return applied.incidents.size > 0 || settled;
}

/** Nothing in it that we can read: then what it says to people is kept, and told once in the log. */
function ingestOdd(
  db: Db,
  log: Log,
  place: Place,
  message: HistoryMessage,
  reasons: readonly string[],
): boolean {
  const isNew = ingestMessage(db, place, message);
  if (isNew) tellRefused(log, reasons);
  return isNew;
}

function tellRefused(log: Log, reasons: readonly string[]): void {
  for (const reason of reasons) log({ level: 'warn', event: 'slack.odd-op', detail: { reason } });
}

/** The body of a batch once all its pieces are here, else null. */
function wholeBody(db: Db, channel: string, ts: string, carried: Carried): string | null {
  if (carried.parts === 1) return carried.body;
  savePart(db, { channel, ts, ...carried });
  const pieces = partsOf(db, channel, carried.batch);
  return pieces.length === carried.parts ? pieces.map((piece) => piece.body).join('') : null;
}

function ingestMessage(db: Db, place: Place, message: HistoryMessage): boolean {
  const author = authorOf(message);
  const { ts, text } = message;
  const edited = message.edited !== undefined && message.edited !== null;
  const hash = createHash('sha256')
    .update(JSON.stringify([author, text, edited]))
    .digest('base64');
  const changed = saveMessage(db, { channel: place.channel, ts, author, text, edited, hash });
  if (!changed) return false;
  if (isSlackUser(author)) meetUser(db, author);
  addLine(db, place.incident, { position: positionOf(ts), kind: 'message', ref: ts });
  return true;
}

function authorOf(message: HistoryMessage): PersonRef {
  if (message.user !== undefined && isSlackUser(message.user)) return message.user;
  return namedPerson(message.username ?? message.bot_id ?? 'Slack');
}

/** Sorts behind every real device. */
const AFTER_ALL_DEVICES = 'ZZZZZZZZZZ' as DeviceId;

/** A message's place among the stamps: its millisecond, after what desktops did in it. */
function positionOf(ts: string): string {
  return makeStamp(tsMs(ts), 0, AFTER_ALL_DEVICES);
}
