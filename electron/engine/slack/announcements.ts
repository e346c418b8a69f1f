import { z } from 'zod';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { type IncidentId, ULID_PATTERN } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { severityGlyph, severityName } from '#shared/domain/severity.ts';
import { statusName } from '#shared/domain/status.ts';
import { readAccount } from '../account.ts';
import {
  forgetRoot,
  incidentOfRoot,
  noteReply,
  noteRoot,
  repliesOf,
  setReplyRead,
} from '../store/announcement-threads.ts';
import { saveAnnouncements } from '../store/announcements.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { dropAnnouncedHeadlines } from '../store/headlines.ts';
import { incidentById, type LedIncident } from '../store/incidents.ts';
import { nameOf } from '../store/people.ts';
import { forgetCarrier } from '../store/slack-carrier-choice.ts';
import {
  channelOf,
  incidentOfChannel,
  saveChannel,
  setAnnounce,
  setHead,
} from '../store/slack-channels.ts';
import { wantRemoved } from '../store/slack-removals.ts';
import type { Attempt, News, Transport } from '../transport.ts';
import {
  announcementsPlace,
  postRefused,
  readRefused,
  type Seeker,
} from './announcements-place.ts';
import { readTroubleOf, troubleOf } from './failure.ts';
import { readHistory } from './history.ts';
import type { HistoryMessage } from './history-message.ts';
import { INCIDENT_EVENT } from './ingest.ts';
import { callAsMember } from './member-call.ts';
import { plain } from './message.ts';

/** Slack takes about one message a second per channel; a little more keeps clear of the edge. */
export const POST_EVERY_MS = 1_100;
/** A read can lag a post by seconds: two reads this far apart must miss it before it is sent again. */
export const READ_LAG_MS = 3 * SECOND;

/** The announcement's payload: flat scalars, like every payload of ours. */
const Announcement = z.object({
  incident: z.string().regex(ULID_PATTERN),
  channel: z.string().min(2).max(40),
  name: z.string().min(1).max(80),
});

const Posted = z.object({ ts: z.string() });

/** Notices of Slack's that say the channel itself is another than it was. */
const PLACE_NOTICES = new Set(['channel_name', 'channel_archive', 'channel_unarchive']);

/**
 * Reads the announcements and notes where incidents live. Tells whether any was new. A channel that
 * cannot be read is its own problem, not the connection's.
 */
export async function readAnnouncements(seeker: Seeker): Attempt<boolean> {
  const { call, core, watch } = seeker;
  const { db } = core;
  const place = await announcementsPlace(seeker);
  if (!place.ok) return place;
  const { id, name, readTo } = place.value;
  if (id === null || !watch.isReadable) return ok(false);
  let anyNew = false;
  let isChanged = false;
  const walked = await readHistory(call, {
    channel: id,
    readTo,
    keep: (messages) => {
      isChanged ||= messages.some(
        ({ ts, subtype = '' }) => PLACE_NOTICES.has(subtype) && ts > (readTo ?? ''),
      );
      inTransaction(db, () => {
        for (const message of messages) anyNew = noteAnnouncement(seeker, id, message) || anyNew;
      });
    },
  });
  if (!walked.ok) {
    return readRefused(seeker, walked.error)
      ? ok(anyNew)
      : err(readTroubleOf(walked.error, `#${name}`));
  }
  if (isChanged) watch.lookAt = 0;
  if (walked.value !== null && walked.value !== readTo) {
    saveAnnouncements(db, { readTo: walked.value });
  }
  return ok(anyNew);
}

function noteAnnouncement(
  { core: { db, ports }, watch }: Seeker,
  place: string,
  message: HistoryMessage,
): boolean {
  if (message.metadata?.event_type !== INCIDENT_EVENT) {
    noteBare(db, place, message);
    return false;
  }
  const parsed = Announcement.safeParse(message.metadata.event_payload);
  if (!parsed.success) return false;
  const incident = parsed.data.incident as IncidentId;
  const known = channelOf(db, incident);
  const heard = () => {
    noteRoot(db, incident, { channel: place, ts: message.ts });
    if (message.latest_reply !== undefined) noteReply(db, incident, message.latest_reply);
    watch.heard.set(incident, ports.clock.now());
  };
  if (known !== null && known.channel === parsed.data.channel) {
    setAnnounce(db, incident, 'done');
    heard();
    return false;
  }
  // The first word counts: a later message cannot move an incident, nor take another's channel.
  // Without a channel it was on the point of being made, by this desktop, in an older copy of the file.
  const isPlaced = known !== null && known.channel !== null;
  if (isPlaced || incidentOfChannel(db, parsed.data.channel) !== null) return false;
  const { channel, name } = parsed.data;
  saveChannel(db, { incident, channel, name, announce: 'done' });
  // What declares it was posted just before it was announced.
  setHead(db, incident, message.ts);
  heard();
  return true;
}

/** An announcement of ours that came through without what it says to desktops is none: once more. */
function noteBare(db: Db, channel: string, { ts, user, metadata, subtype }: HistoryMessage): void {
  const account = readAccount(db);
  if (metadata !== undefined || subtype !== undefined || user !== account?.user) return;
  const incident = incidentOfRoot(db, channel, ts);
  if (account === null || incident === null) return;
  forgetRoot(db, incident);
  setAnnounce(db, incident, 'due');
  wantRemoved(db, { channel, ts, incident, why: 'bare' });
  forgetCarrier(db, account);
}

/**
 * Announces an incident whose channel this desktop made, once: one that may be on its way from
 * before is looked for first. A refusal is the announcements channel's problem.
 * @returns ms to leave before anything else is said there
 */
export async function announce(seeker: Seeker, id: IncidentId): Attempt<number> {
  const { db } = seeker.core;
  const state = channelOf(db, id)?.announce ?? 'done';
  if (state === 'done') return ok(0);
  if (state !== 'due') {
    const read = await readAnnouncements(seeker);
    if (!read.ok) return read;
    if (channelOf(db, id)?.announce === 'done') return ok(0);
    setAnnounce(db, id, state === 'sent' ? 'missed' : 'due');
    return ok(READ_LAG_MS);
  }
  const place = await announcementsPlace(seeker);
  if (!place.ok) return place;
  const { id: channel, name, problem } = place.value;
  return channel === null || problem !== null ? ok(0) : post(seeker, id, channel, name);
}

async function post(seeker: Seeker, id: IncidentId, to: string, name: string): Attempt<number> {
  const { call, core } = seeker;
  const { db } = core;
  const incident = incidentById(db, id);
  const channel = channelOf(db, id);
  if (incident === null || channel === null || channel.channel === null || incident.private) {
    setAnnounce(db, id, 'done');
    return ok(0);
  }
  inTransaction(db, () => {
    setAnnounce(db, id, 'sent');
    dropAnnouncedHeadlines(db, id, null);
  });
  const posted = await callAsMember(
    call,
    'chat.postMessage',
    { channel: to, ...announcementOf(db, incident, channel.channel, channel.name) },
    Posted,
  );
  if (posted.ok) {
    inTransaction(db, () => {
      setAnnounce(db, id, 'done');
      noteRoot(db, id, { channel: to, ts: posted.value.ts });
    });
    return ok(POST_EVERY_MS);
  }
  const trouble = troubleOf(posted.error, `#${name}`);
  if (trouble.kind !== 'unclear') setAnnounce(db, id, 'due');
  return postRefused(seeker, posted.error) ? ok(0) : err(trouble);
}

function announcementOf(db: Db, incident: LedIncident, channel: string, name: string) {
  const { severity, code, status, lead } = incident;
  const who = lead === null ? 'No lead' : `Lead: ${nameOf(db, lead)}`;
  const said = plain(
    `${severityGlyph(severity)} ${code} ${incident.name} (${severityName(severity)})\n${statusName(status)} · ${who}`,
  );
  const where = { type: 'section', text: { type: 'mrkdwn', text: `Join <#${channel}>` } };
  return {
    text: said.text,
    blocks: [...said.blocks, where],
    unfurl_links: false,
    metadata: {
      event_type: INCIDENT_EVENT,
      event_payload: { v: 1, incident: incident.id, channel, name },
    },
  };
}

/** How long an announcement that was seen speaks for its incident. */
const HEARD_FOR_MS = 5 * MINUTE;

/**
 * What the announcements tell of an incident: the reply that says it moved since it was read, or
 * that it is quiet; `unheard` where they cannot tell (private, too long ago, unreadable).
 */
export function newsOf(
  {
    db,
    now,
    heard,
  }: {
    readonly db: Db;
    readonly now: number;
    readonly heard: ReadonlyMap<IncidentId, number>;
  },
  incident: IncidentId,
): News {
  const at = heard.get(incident);
  if (at === undefined || now < at || now > at + HEARD_FOR_MS) return { kind: 'unheard' };
  const { seen, read } = repliesOf(db, incident);
  return seen === null || seen === read ? { kind: 'quiet' } : { kind: 'moved', to: seen };
}

/** Reads an incident and notes, when it was read, up to which news of it that was. */
export function noteNewsRead(db: Db, pull: Transport['pull']): Transport['pull'] {
  return async (incident) => {
    const { seen } = repliesOf(db, incident);
    const pulled = await pull(incident);
    if (pulled.ok && seen !== null) setReplyRead(db, incident, seen);
    return pulled;
  };
}
