import { z } from 'zod';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { channelName } from '#shared/domain/channel-name.ts';
import { severityGlyph, severityName } from '#shared/domain/severity.ts';
import { statusName } from '#shared/domain/status.ts';
import type { Db } from '../store/database.ts';
import { incidentById, type LedIncident } from '../store/incidents.ts';
import { doubtLane } from '../store/outbox.ts';
import {
  channelOf,
  incidentOfChannel,
  saveChannel,
  setTopicRefused,
  setTopicSent,
} from '../store/slack-channels.ts';
import type { Attempt } from '../transport.ts';
import { Channel, type ChannelLists, type FoundChannel } from './channel-lists.ts';
import type { SlackCall } from './client.ts';
import { declaredIn } from './declaration.ts';
import { isRefusal, readTroubleOf, refusalWords, type SlackFailure, troubleOf } from './failure.ts';
import { callAsMember } from './member-call.ts';
import { escapeText } from './message.ts';

/** Slack's limit for topics. */
const TOPIC_MAX = 250;
/** Names to try when others have taken the first. */
const NAME_TRIES = 5;

const Created = z.object({ channel: Channel });

/** Who opens channels. */
export type Opener = {
  readonly call: SlackCall;
  readonly lists: ChannelLists;
  readonly db: Db;
  /** Who this desktop acts as in Slack. */
  readonly user: string;
};

/**
 * Gives an incident its channel. The name is written down before the call: should the answer be
 * lost, the channel found under that name, made by us, is adopted instead of making a second one.
 */
export async function openChannel(opener: Opener, incident: LedIncident): Attempt<void> {
  const { call, db } = opener;
  const known = channelOf(db, incident.id);
  if (known !== null && known.channel !== null) return ok(undefined);
  if (known !== null) {
    const adopted = await adopt(opener, incident);
    if (!adopted.ok) return err(troubleOf(adopted.error, 'the channel list'));
    if (adopted.value) return ok(undefined);
  }
  const first = channelName(incident.code, incident.name);
  for (let n = 1; n <= NAME_TRIES; n++) {
    const name = n === 1 ? first : `${first}-${n}`;
    saveChannel(db, { incident: incident.id, channel: null, name, announce: 'done' });
    const made = await call(
      'conversations.create',
      { name, is_private: incident.private },
      Created,
    );
    if (made.ok) {
      keepChannel(db, incident, made.value.channel);
      return ok(undefined);
    }
    if (made.error.kind !== 'platform' || made.error.code !== 'name_taken') {
      return err(troubleOf(made.error, `the channel #${name}`));
    }
    // Taken by this very request, perhaps, that something in between sent twice.
    const adopted = n === 1 ? await adopt(opener, incident) : ok(false);
    if (!adopted.ok) return err(readTroubleOf(adopted.error, 'the channel list'));
    if (adopted.value) return ok(undefined);
  }
  return err({
    kind: 'parked',
    message: `Slack has channels named like #${first} already.`,
    hint: 'Rename or archive one of them in Slack, then retry.',
  });
}

function keepChannel(db: Db, incident: LedIncident, channel: FoundChannel): void {
  saveChannel(db, {
    incident: incident.id,
    channel: channel.id,
    name: channel.name,
    announce: incident.private ? 'done' : 'due',
  });
}

/** Where a channel of ours is looked for: first among those of the incident's own kind. */
const LISTS = [
  { isPrivate: false, method: 'conversations.list', types: 'public_channel' },
  { isPrivate: true, method: 'users.conversations', types: 'private_channel' },
] as const;

/**
 * Takes a channel that an earlier life of this desktop made for the incident. Also one of the other
 * kind, should the incident have been made private since: but only where its first op proves it.
 */
async function adopt(
  { call, lists, db, user }: Opener,
  incident: LedIncident,
): Promise<Result<boolean, SlackFailure>> {
  const isOwnKind = (list: (typeof LISTS)[number]) => list.isPrivate === incident.private;
  for (const list of LISTS.toSorted((a, b) => Number(isOwnKind(b)) - Number(isOwnKind(a)))) {
    const { method, types } = list;
    const listed = await lists({ by: incident.id, method, types, exclude_archived: false });
    if (!listed.ok) return listed;
    for (const channel of listed.value) {
      if (!isOursFor(db, user, incident, channel)) continue;
      const declared = await declaredIn(call, channel, true);
      if (!declared.ok) return declared;
      const isEmpty = declared.value === null;
      if (isEmpty ? !isOwnKind(list) : declared.value.incident !== incident.id) continue;
      keepChannel(db, incident, channel);
      // It may have been posted to as well.
      doubtLane(db, incident.id);
      return ok(true);
    }
  }
  return ok(false);
}

function isOursFor(db: Db, user: string, { code }: LedIncident, found: FoundChannel): boolean {
  const { id, name, creator } = found;
  // By its code: the incident may have had another name when the channel was made.
  const own = channelName(code, '');
  const isNamedSo = name === own || name.startsWith(`${own}-`);
  return isNamedSo && creator === user && incidentOfChannel(db, id) === null;
}

/**
 * Notes that an incident may have a channel that this copy of the file knows nothing of, so that it
 * is looked for before one is made.
 */
export function expectChannel(db: Db, incident: LedIncident): void {
  if (channelOf(db, incident.id) !== null) return;
  const name = channelName(incident.code, incident.name);
  saveChannel(db, { incident: incident.id, channel: null, name, announce: 'done' });
}

/** The topic says at a glance what a newcomer asks first. Slack shows it as plain text. */
function topicOf(incident: LedIncident, lead: string | null): string {
  const head = `${severityGlyph(incident.severity)} ${severityName(incident.severity)} · ${statusName(incident.status)}`;
  const who = lead === null ? 'No lead' : `Lead: ${lead}`;
  return `${head} · ${who} · ${incident.code} ${incident.name}`.slice(0, TOPIC_MAX);
}

const Info = z.object({
  channel: z.object({ topic: z.object({ value: z.string() }).optional().catch(undefined) }),
});

/** Whether the channel says so already: another desktop was first, and Slack announces every set. */
async function hasTopic(call: SlackCall, channel: string, topic: string): Promise<boolean> {
  const info = await call('conversations.info', { channel }, Info);
  const value = info.ok ? info.value.channel.topic?.value : undefined;
  return value === topic || value === escapeText(topic);
}

/**
 * Sets the topic if it is not what it should be. A refusal of the topic alone is noted with the
 * incident and holds nothing back; it is tried again with the next change, or when a person asks.
 */
export async function setTopic(
  call: SlackCall,
  db: Db,
  id: IncidentId,
  lead: (incident: LedIncident) => string | null,
): Attempt<void> {
  const incident = incidentById(db, id);
  const channel = channelOf(db, id);
  if (channel === null || channel.channel === null) return ok(undefined);
  // What is not understood here (yet) has no topic of ours.
  const topic = incident === null ? channel.topic : topicOf(incident, lead(incident));
  if (topic !== null && topic !== channel.topic) {
    const set = await putTopic(call, channel.channel, topic);
    if (!set.ok) {
      if (!isRefusal(set.error)) return err(troubleOf(set.error, `#${channel.name}`));
      const { message, hint } = refusalWords(set.error, `#${channel.name}`);
      setTopicRefused(db, id, { message: `The topic is out of date. ${message}`, hint });
      return ok(undefined);
    }
  }
  setTopicSent(db, id, topic);
  return ok(undefined);
}

async function putTopic(
  call: SlackCall,
  channel: string,
  topic: string,
): Promise<Result<unknown, SlackFailure>> {
  if (await hasTopic(call, channel, topic)) return ok(undefined);
  return callAsMember(call, 'conversations.setTopic', { channel, topic }, z.object({}));
}
