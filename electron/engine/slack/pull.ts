import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { announceChange, type Context } from '../context.ts';
import { inTransaction } from '../store/database.ts';
import { channelOf, saveChannel, setReadTo } from '../store/slack-channels.ts';
import type { Attempt } from '../transport.ts';
import { findPrivate, readAnnouncements } from './announcements.ts';
import type { Seeker } from './announcements-place.ts';
import { decodeBody, decodePayload, OPS_EVENT } from './carrier.ts';
import type { SlackCall } from './client.ts';
import { readTroubleOf, type SlackFailure } from './failure.ts';
import { type HistoryMessage, readHistory } from './history.ts';
import { ingest } from './ingest.ts';
import { readNameless } from './people.ts';

type Core = Pick<Context, 'ports' | 'db' | 'emit'>;

/** Reads what is new in an incident's channel into the log and the mirror. */
export async function pullIncident(core: Core, call: SlackCall, id: IncidentId): Attempt<void> {
  const { db, ports } = core;
  const place = channelOf(db, id);
  if (place === null || place.channel === null) return ok(undefined);
  const { channel, name, readTo } = place;
  const keep = (messages: readonly HistoryMessage[]) => {
    const changed = inTransaction(db, () =>
      messages.reduce(
        (any, message) => ingest(db, ports.log, { incident: id, channel }, message) || any,
        false,
      ),
    );
    if (changed) announceChange(core, [id]);
  };
  const walked = await readHistory(call, { channel, readTo, keep });
  if (!walked.ok) return err(readTroubleOf(walked.error, `#${name}`));
  if (walked.value !== null) setReadTo(db, id, walked.value);
  return ok(undefined);
}

/** Finds announced incidents and learns names that turned up. */
export async function discoverAnnounced(seeker: Seeker): Attempt<void> {
  const { call, core } = seeker;
  const read = await readAnnouncements(seeker);
  if (!read.ok) return read;
  if (read.value) core.emit({ view: 'settings' });
  const named = await readNameless(call, core.db);
  if (!named.ok) return named;
  if (named.value) core.emit({ view: 'desk' });
  return ok(undefined);
}

/**
 * Finds private incidents: nobody announces them, their members look in their own channels.
 * @param notOurs channels that were looked at in vain; grows
 */
export async function discoverPrivate(
  core: Core,
  call: SlackCall,
  notOurs: Set<string>,
): Attempt<void> {
  const found = await findPrivate(call, core.db, notOurs);
  if (!found.ok) return found;
  for (const { id: channel, name, created } of found.value) {
    const incident = await incidentIn(call, channel, created);
    if (!incident.ok) return err(readTroubleOf(incident.error, `#${name}`));
    if (incident.value === null) notOurs.add(channel);
    else if ((channelOf(core.db, incident.value)?.channel ?? null) === null) {
      saveChannel(core.db, { incident: incident.value, channel, name, announce: 'done' });
    }
  }
  return ok(undefined);
}

/** The declaration follows its channel at once, or when the network is back. */
const FIRST_DAY_S = 86_400;

/**
 * The incident a channel speaks of: that of the first op it ever carried. Only its first day is
 * read: a channel that merely has such a name may hold years of talk.
 */
async function incidentIn(
  call: SlackCall,
  channel: string,
  created: number | undefined,
): Promise<Result<IncidentId | null, SlackFailure>> {
  let incident: IncidentId | null = null;
  const walked = await readHistory(call, {
    channel,
    readTo: null,
    ...(created === undefined ? {} : { latest: `${created + FIRST_DAY_S}.000000` }),
    keep: (messages) => {
      for (const message of messages) incident = incidentOf(message) ?? incident;
    },
  });
  return walked.ok ? ok(incident) : walked;
}

function incidentOf(message: HistoryMessage): IncidentId | null {
  if (message.metadata?.event_type !== OPS_EVENT) return null;
  const carried = decodePayload(message.metadata.event_payload);
  if (!carried.ok) return null;
  return decodeBody(carried.value.body).ops[0]?.incident ?? null;
}
