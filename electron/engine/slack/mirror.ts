import { hash } from 'node:crypto';
import type { DeviceId } from '#shared/base/ids.ts';
import { isSlackUser, namedPerson, type PersonRef } from '#shared/domain/person.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import { makeStamp } from '#shared/ops/stamp.ts';
import { type Arrival, applyArrivals } from '../log/apply.ts';
import type { LogLine } from '../ports.ts';
import type { Db } from '../store/database.ts';
import { noteFile } from '../store/slack-files.ts';
import {
  DAMAGED_MESSAGE,
  messageAt,
  type Scope,
  type Sighting,
  type SlackFile,
  type SlackMessage,
  saveMessage,
  setMissed,
  sightings,
} from '../store/slack-messages.ts';
import { type Quarantined, quarantine } from '../store/slack-quarantine.ts';
import { saveThread, setThreadDue, threadState } from '../store/slack-threads.ts';
import { meetUser } from '../store/slack-users.ts';
import { addLine, type Line, removeLine } from '../store/timeline.ts';
import type { HistoryFile, HistoryMessage } from './history-message.ts';
import { ingest, type Place } from './ingest.ts';
import { provePosts } from './prove.ts';
import { stateOfNew } from './worth-fetching.ts';

/** A complete read of a stretch: what is not in it is not there, unless the reader lagged. */
export type Stretch = {
  /** Null for the channel itself, else the thread's root. */
  readonly thread: string | null;
  readonly messages: readonly HistoryMessage[];
  /** What came in place of messages. */
  readonly odd: readonly unknown[];
  /** From here on, it included. */
  readonly oldest: string;
  /** Up to here, it not included. */
  readonly before: string;
  /** The same for what this desktop posted before the read began; `before` when absent. */
  readonly postsBefore?: string;
};

/** Reads of a place in a row that must lack a message before it counts as gone: a read can lag. */
const MISSES = 2;

type Log = (line: LogLine) => void;
type Mirror = { readonly db: Db; readonly log: Log; readonly place: Place };
/** The mirror while a page is taken in: the ops that it brought so far, and who wrote. */
type Taking = Mirror & { readonly arrived: Arrival[]; readonly met: Set<PersonRef> };

/**
 * Brings the mirror up to a stretch that was read: what is new, what changed, what is missing.
 * Nothing is ever taken back by it: what Slack shows no more is marked, and unmarked should it be
 * shown again. The caller holds the transaction.
 * @returns whether anything looks different now
 */
export function reflect(mirror: Mirror, stretch: Stretch): boolean {
  const { db, place } = mirror;
  const scope: Scope = { channel: place.channel, thread: stretch.thread };
  const known = new Map(
    sightings(db, scope, stretch.oldest, stretch.before).map((seen) => [seen.ts, seen]),
  );
  let changed = false;
  // Oldest first, so that the pieces of a batch come in their order.
  const rising = [...stretch.messages].sort((a, b) => (a.ts < b.ts ? -1 : 1));
  const taking: Taking = { ...mirror, arrived: [], met: new Set() };
  for (const message of rising) {
    changed = take(taking, known.get(message.ts) ?? null, message) || changed;
    known.delete(message.ts);
  }
  applyArrivals(db, taking.arrived);
  changed = provePosts(mirror, stretch) || changed;
  for (const missing of known.values()) changed = miss(mirror, missing) || changed;
  for (const value of stretch.odd) {
    const body = JSON.stringify(value) ?? 'undefined';
    const ref = hash('sha256', body, 'base64url').slice(0, 16);
    setAside(mirror, { ref, reason: 'message-malformed', detail: '', body });
  }
  return changed;
}

function miss({ db, place }: Mirror, { ts, missed, gone }: Sighting): boolean {
  if (missed >= MISSES) return false;
  const isOut = missed + 1 >= MISSES;
  setMissed(db, place.channel, ts, missed + 1, isOut || gone === 1);
  // The replies of a root that is out of the channel have nobody left who tells of them.
  if (isOut) setThreadDue(db, place.channel, ts);
  return isOut && gone === 0;
}

/** Slack's own word for a root that was deleted and has replies. */
const TOMBSTONE = 'tombstone';

function take(mirror: Taking, seen: Sighting | null, message: HistoryMessage): boolean {
  const { db, place } = mirror;
  const { ts } = message;
  const fingerprint = fingerprintOf(message);
  if (seen?.hash === fingerprint) return stands(mirror, seen, message);
  const before = messageAt(db, place.channel, ts);
  if (before?.hash === fingerprint) return stands(mirror, before, message);
  noteThread(db, place.channel, before, message);
  const after =
    message.subtype === TOMBSTONE
      ? tombstone(place, before, message, fingerprint)
      : merged(trusted(before), understood(mirror, message, fingerprint));
  saveMessage(db, after);
  meet(mirror, after.author);
  for (const file of after.files) {
    noteFile(db, { ...file, channel: place.channel, ts, state: stateOfNew(db, file) });
  }
  moveLine(db, place, before, after);
  return true;
}

/** Once a page: most of it is written by few. */
function meet({ db, met }: Taking, author: PersonRef): void {
  if (met.has(author)) return;
  met.add(author);
  if (isSlackUser(author)) meetUser(db, author);
}

/** A message that is as it was. */
function stands(
  { db, place }: Mirror,
  { missed, gone }: Pick<SlackMessage, 'missed'> & { readonly gone: 0 | 1 | boolean },
  { ts, subtype }: HistoryMessage,
): boolean {
  const isBack = Boolean(gone) && subtype !== TOMBSTONE;
  if (isBack || missed > 0) setMissed(db, place.channel, ts, 0, Boolean(gone) && !isBack);
  return isBack;
}

/** Takes in what a message carries, and says what is to be mirrored of it. */
function understood(mirror: Taking, message: HistoryMessage, fingerprint: string): SlackMessage {
  const { db, place, arrived } = mirror;
  const { ts, thread_ts: root = ts, edited, reactions = [], files = [] } = message;
  const { kind, refused } = ingest(db, { ...place, arrived }, message);
  const body = JSON.stringify(message.metadata ?? null);
  for (const { reason, detail } of refused) setAside(mirror, { ref: ts, reason, detail, body });
  return {
    channel: place.channel,
    ts,
    author: authorOf(message),
    // Of ops and notices the timeline tells by itself, and nobody looks for their words.
    text: kind === 'message' ? message.text : '',
    edited: edited !== undefined,
    hash: fingerprint,
    kind,
    thread: root === ts ? null : root,
    broadcast: message.subtype === 'thread_broadcast',
    version: edited?.ts ?? '',
    firstText: null,
    firstVersion: null,
    reactions,
    files: files.map(fileOf),
    pinned: message.pinned_to?.includes(place.channel) ?? false,
    missed: 0,
    gone: false,
  };
}

/** What damage left of a message is not held against what Slack shows. */
const trusted = (before: SlackMessage | null): SlackMessage | null =>
  before?.hash === DAMAGED_MESSAGE ? null : before;

/**
 * What stands after a message was read again. A version older than the one held comes from a read
 * that lagged: it is there, and that is all it tells, but for a text nobody here had seen.
 */
function merged(before: SlackMessage | null, read: SlackMessage): SlackMessage {
  if (before === null) return read;
  const isStale = read.version < before.version && before.text !== '';
  const now = isStale ? { ...before, missed: 0, gone: false } : read;
  const texts = [before.firstText, before.text, read.text];
  if (texts.every((text) => text === null || text === now.text || text === '')) return now;
  return { ...now, ...firstOf(before, read) };
}

/** The earliest of the texts that were seen. */
function firstOf(
  before: SlackMessage,
  read: SlackMessage,
): Pick<SlackMessage, 'firstText' | 'firstVersion'> {
  const held = before.firstVersion ?? before.version;
  return read.version < held
    ? { firstText: read.text, firstVersion: read.version }
    : { firstText: before.firstText ?? before.text, firstVersion: held };
}

/** A deleted root keeps here what it said. */
function tombstone(
  { channel }: Place,
  before: SlackMessage | null,
  { ts }: HistoryMessage,
  fingerprint: string,
): SlackMessage {
  const unknown: SlackMessage = {
    channel,
    ts,
    author: namedPerson('Slack'),
    text: '',
    edited: false,
    hash: fingerprint,
    kind: 'message',
    thread: null,
    broadcast: false,
    version: '',
    firstText: null,
    firstVersion: null,
    reactions: [],
    files: [],
    pinned: false,
    missed: 0,
    gone: true,
  };
  return { ...(before ?? unknown), hash: fingerprint, missed: 0, gone: true };
}

/** Notes how the thread under a message stands. Tells whether it moved. */
function noteThread(
  db: Db,
  channel: string,
  before: SlackMessage | null,
  message: HistoryMessage,
): boolean {
  const { ts, thread_ts: root = ts, reply_count: replies = 0, latest_reply: latest = '' } = message;
  if (root !== ts) return false;
  if (replies === 0 && (before === null || threadState(db, channel, ts) === null)) return false;
  return saveThread(db, channel, ts, `${replies} ${latest}`);
}

function setAside({ db, log, place }: Mirror, aside: Omit<Quarantined, 'channel'>): void {
  const isNew = quarantine(db, { channel: place.channel, ...aside });
  const { reason, detail } = aside;
  if (isNew) log({ level: 'warn', event: 'slack.odd-message', detail: { reason, detail } });
}

/** Of everything that is mirrored, and of what it carries. */
function fingerprintOf(message: HistoryMessage): string {
  const { subtype, edited, metadata, thread_ts, reply_count, latest_reply } = message;
  const said = [authorOf(message), message.text, subtype, edited?.ts, metadata, thread_ts];
  const around = [reply_count, latest_reply, message.reactions, message.files, message.pinned_to];
  return hash('sha256', JSON.stringify([...said, ...around]), 'base64url').slice(0, 24);
}

function authorOf(message: HistoryMessage): PersonRef {
  if (message.user !== undefined && isSlackUser(message.user)) return message.user;
  return namedPerson(message.username ?? message.bot_id ?? 'Slack');
}

function fileOf({ id, name, title, mimetype, size, mode, url_private }: HistoryFile): SlackFile {
  const url = mode === 'tombstone' ? null : (url_private ?? null);
  return { id, name: name ?? title ?? id, mimetype, size, url };
}

/** A message's line in the timeline, where it has one: replies stand under their root only. */
function lineOf(message: SlackMessage | null): Line | null {
  if (message === null || message.kind !== 'message') return null;
  if (message.thread !== null && !message.broadcast) return null;
  // Deleted before it was ever seen here: there is nothing to show.
  if (message.gone && message.text === '' && message.files.length === 0) return null;
  return { position: positionOf(message.ts), kind: 'message', ref: message.ts };
}

function moveLine(
  db: Db,
  { incident }: Place,
  before: SlackMessage | null,
  after: SlackMessage,
): void {
  const [was, is] = [lineOf(before), lineOf(after)];
  if (is !== null) addLine(db, incident, is);
  else if (was !== null) removeLine(db, incident, was);
}

/** Sorts behind every real device. */
const AFTER_ALL_DEVICES = 'ZZZZZZZZZZ' as DeviceId;

/** A message's place among the stamps: its millisecond, after what desktops did in it. */
function positionOf(ts: string): string {
  return makeStamp(tsMs(ts), 0, AFTER_ALL_DEVICES);
}
