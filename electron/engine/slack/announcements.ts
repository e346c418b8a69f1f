import { z } from 'zod';
import { type IncidentId, ULID_PATTERN } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { severityGlyph, severityName } from '#shared/domain/severity.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { incidentById } from '../store/incidents.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import {
  allChannels,
  channelOf,
  incidentOfChannel,
  saveChannel,
  setAnnounce,
} from '../store/slack-channels.ts';
import type { Attempt } from '../transport.ts';
import { callAsMember, type FoundChannel, listAll } from './channel.ts';
import type { SlackCall } from './client.ts';
import { readTroubleOf, troubleOf } from './failure.ts';
import { type HistoryMessage, readHistory } from './history.ts';
import { INCIDENT_EVENT } from './ingest.ts';
import { plain } from './message.ts';

/** Where incidents are announced, and up to where it has been read. */
type Announcements = {
  readonly id: string;
  readonly name: string;
  readonly readTo: string | null;
};

const SETTING = 'slack.announcements';
const NAME = 'incidents';

const Created = z.object({ channel: z.object({ id: z.string(), name: z.string() }) });

/** The announcement's payload: flat scalars, like every payload of ours. */
const Announcement = z.object({
  incident: z.string().regex(ULID_PATTERN),
  channel: z.string().min(2).max(40),
  name: z.string().min(1).max(80),
});

/** The announcements channel: as remembered, found by name, or made. */
async function findAnnouncements(call: SlackCall, db: Db): Attempt<Announcements> {
  const known = readSetting<Announcements>(db, SETTING);
  if (known !== null) return ok(known);
  const listed = await listAll(call, 'conversations.list', {
    types: 'public_channel',
    exclude_archived: true,
  });
  if (!listed.ok) return err(readTroubleOf(listed.error, 'the channel list'));
  const found = listed.value.find((channel) => channel.name === NAME);
  if (found !== undefined) return ok(remember(db, found));
  const made = await call('conversations.create', { name: NAME }, Created);
  if (made.ok) return ok(remember(db, made.value.channel));
  // Another desktop was quicker: it is in the list at the next look.
  if (made.error.kind === 'platform' && made.error.code === 'name_taken') {
    return err({ kind: 'offline', message: `#${NAME} cannot be seen yet.` });
  }
  return err(readTroubleOf(made.error, `the channel #${NAME}`));
}

function remember(db: Db, channel: { id: string; name: string }): Announcements {
  const announcements = { id: channel.id, name: channel.name, readTo: null };
  writeSetting(db, SETTING, announcements);
  return announcements;
}

/** Reads the announcements and notes where incidents live. Tells whether any was new. */
export async function readAnnouncements(call: SlackCall, db: Db): Attempt<boolean> {
  const place = await findAnnouncements(call, db);
  if (!place.ok) return place;
  let anyNew = false;
  const walked = await readHistory(call, {
    channel: place.value.id,
    readTo: place.value.readTo,
    keep: (messages) => {
      inTransaction(db, () => {
        for (const message of messages) anyNew = noteAnnouncement(db, message) || anyNew;
      });
    },
  });
  if (!walked.ok) return err(readTroubleOf(walked.error, `#${place.value.name}`));
  if (walked.value !== null && walked.value !== place.value.readTo) {
    writeSetting(db, SETTING, { ...place.value, readTo: walked.value });
  }
  return ok(anyNew);
}

function noteAnnouncement(db: Db, message: HistoryMessage): boolean {
  if (message.metadata?.event_type !== INCIDENT_EVENT) return false;
  const parsed = Announcement.safeParse(message.metadata.event_payload);
  if (!parsed.success) return false;
  const incident = parsed.data.incident as IncidentId;
  const known = channelOf(db, incident);
  if (known !== null && known.channel === parsed.data.channel) {
    setAnnounce(db, incident, 'done');
    return false;
  }
  // The first word counts: a later message cannot move an incident, nor take another's channel.
  if (known !== null || incidentOfChannel(db, parsed.data.channel) !== null) return false;
  const { channel, name } = parsed.data;
  saveChannel(db, { incident, channel, name, announce: 'done' });
  return true;
}

/** Announces an incident whose channel this desktop made, once. */
export async function announce(call: SlackCall, db: Db, id: IncidentId): Attempt<void> {
  const state = channelOf(db, id)?.announce ?? 'done';
  if (state === 'done') return ok(undefined);
  // One may be on its way from before: reading tells.
  if (state === 'sent') {
    const read = await readAnnouncements(call, db);
    if (!read.ok) return read;
    if (channelOf(db, id)?.announce === 'done') return ok(undefined);
  }
  const place = await findAnnouncements(call, db);
  if (!place.ok) return place;
  return post(call, db, id, place.value);
}

async function post(call: SlackCall, db: Db, id: IncidentId, place: Announcements): Attempt<void> {
  const incident = incidentById(db, id);
  const channel = channelOf(db, id);
  if (incident === null || channel === null || channel.channel === null) return ok(undefined);
  setAnnounce(db, id, 'sent');
  const said = plain(
    `${severityGlyph(incident.severity)} ${incident.code} ${incident.name} (${severityName(incident.severity)})`,
  );
  const where = {
    type: 'section',
    text: { type: 'mrkdwn', text: `Join <#${channel.channel}>` },
  };
  const posted = await callAsMember(
    call,
    'chat.postMessage',
    {
      channel: place.id,
      text: said.text,
      blocks: [...said.blocks, where],
      unfurl_links: false,
      metadata: {
        event_type: INCIDENT_EVENT,
        event_payload: { v: 1, incident: id, channel: channel.channel, name: channel.name },
      },
    },
    z.object({}),
  );
  if (posted.ok) {
    setAnnounce(db, id, 'done');
    return ok(undefined);
  }
  const trouble = troubleOf(posted.error, `#${place.name}`);
  if (trouble.kind !== 'unclear') setAnnounce(db, id, 'due');
  return err(trouble);
}

/** Channels that may hold incidents nobody announced: private ones this person is a member of. */
export async function findPrivate(
  call: SlackCall,
  db: Db,
  seen: ReadonlySet<string>,
): Attempt<readonly FoundChannel[]> {
  const mine = await listAll(call, 'users.conversations', {
    types: 'private_channel',
    exclude_archived: true,
  });
  if (!mine.ok) return err(readTroubleOf(mine.error, 'your channels'));
  const known = new Set(allChannels(db).map((channel) => channel.channel));
  return ok(
    mine.value.filter(({ id, name }) => name.startsWith('inc-') && !known.has(id) && !seen.has(id)),
  );
}
