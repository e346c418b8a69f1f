import { SECOND } from '#shared/base/duration.ts';
import { faultOf } from '#shared/base/fault.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import { markedAs } from '#shared/domain/curation.ts';
import type { Marker } from '#shared/domain/timeline.ts';
import { me } from '../account.ts';
import type { Context } from '../context.ts';
import type { Cancel } from '../ports.ts';
import { curationOf, notedMessages } from '../store/curation.ts';
import { noted } from '../store/database.ts';
import { incidentById } from '../store/incidents.ts';
import { channelOf } from '../store/slack-channels.ts';

/** Reads come in bursts. */
const OWN_MS = 3 * SECOND;
/** So long the lead's desktop leaves to that of whoever put the reaction there. */
const LEAD_MS = 45 * SECOND;
/** Most messages of one look: the next one goes on. */
const LOOK_MAX = 50;

type Core = Pick<Context, 'ports' | 'db'>;

/** Takes a message over as an entry of the timeline, marked so. */
export type Take = (
  incident: IncidentId,
  message: { readonly channel: string; readonly ts: string },
  marker: Marker,
) => Promise<void>;

export type Curator = {
  /** Something was read of an incident: there may be a new pin or reaction. */
  readonly heard: (event: ContractEvent) => void;
  readonly stop: () => void;
};

/**
 * Takes over what people pin in Slack, or put a mapped reaction under. It is done by the desktop of
 * whoever put it there; the lead's does what is left, so that nobody needs Quarterdeck for it. An
 * entry has its message's id: should two desktops do it, it is there once.
 */
export function startCurator(core: Core, take: Take): Curator {
  const { ports } = core;
  const waiting = new Map<string, Cancel>();
  /** Refused once (a message that holds no text): not asked again before the next start. */
  const tried = new Set<string>();
  let isStopped = false;

  const look = async (incident: IncidentId, isLead: boolean): Promise<void> => {
    for (const { channel, ts, marker } of markedIn(core, incident, isLead)) {
      const key = `${channel} ${ts}`;
      if (isStopped || tried.has(key)) continue;
      tried.add(key);
      await take(incident, { channel, ts }, marker);
    }
  };
  const later = (ms: number, incident: IncidentId, isLead: boolean): void => {
    const key = `${incident} ${isLead}`;
    if (waiting.has(key)) return;
    const run = () => {
      waiting.delete(key);
      void guarded(core, () => look(incident, isLead));
    };
    waiting.set(key, ports.clock.after(ms, run));
  };
  return {
    heard: (event) => {
      if (event.view !== 'incident' || isStopped) return;
      later(OWN_MS, event.incident, false);
      later(LEAD_MS, event.incident, true);
    },
    stop: () => {
      isStopped = true;
      for (const cancel of waiting.values()) cancel();
    },
  };
}

type Marked = { readonly channel: string; readonly ts: string; readonly marker: Marker };

/** What this desktop is to take over: its own person's reactions, and as the lead's everything. */
function markedIn(core: Core, incident: IncidentId, isLead: boolean): readonly Marked[] {
  const { db } = core;
  const channel = channelOf(db, incident)?.channel ?? null;
  if (channel === null) return [];
  const person = me(core);
  if (isLead && incidentById(db, incident)?.lead !== person) return [];
  const curation = curationOf(db);
  const choice = {
    // Slack does not say here who pinned a message: that is the lead's to take over.
    pins: isLead && curation.pins !== null,
    reactions: curation.reactions.map(({ name }) => name),
    user: isLead ? null : person,
  };
  return notedMessages(db, channel, choice, LOOK_MAX).flatMap((message): Marked[] => {
    const marked = markedAs(curation, message);
    if (marked === null || !(isLead || marked.users.includes(person))) return [];
    return [{ channel, ts: message.ts, marker: marked.marker }];
  });
}

async function guarded({ db, ports }: Core, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (cause) {
    noted(db, cause);
    ports.log({ level: 'error', event: 'curate.failed', fault: faultOf(cause) });
  }
}
