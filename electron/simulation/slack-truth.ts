// What Slack holds, read past the engine: the messages themselves and the ops in them.
import { inflateRawSync } from 'node:zlib';
import type { Channel, Message, Metadata } from '../localslack/model.ts';
import type { Workspace } from '../localslack/workspace.ts';
import type { StoredOp } from './stored.ts';

/** An op as a message carries it, without what is a desktop's own. */
type CarriedOp = Omit<StoredOp, 'ts' | 'cancelled'>;

/** One message, or the pieces of one batch, that can be read. */
export type Carrier = {
  readonly channel: Channel;
  /** Of its first piece: one that was lost and posted again may stand behind the others. */
  readonly ts: string;
  readonly user: string;
  readonly isBot: boolean;
  readonly ops: readonly CarriedOp[];
};

export type SlackTruth = {
  readonly carriers: readonly Carrier[];
  /** Each op once, with its first carrier. */
  readonly ops: ReadonlyMap<string, { readonly op: CarriedOp; readonly first: Carrier }>;
  /** Where each incident lives: the channels that carry ops of it. */
  readonly homes: ReadonlyMap<string, ReadonlySet<Channel>>;
  /** Incidents that were announced, with the `ts` of the first announcement of each. */
  readonly announced: ReadonlyMap<string, string>;
  /** Incidents that somebody once made private. */
  readonly everPrivate: ReadonlySet<string>;
  /** How many times an op stands in Slack more than once is needed. */
  readonly spare: number;
};

export const OPS_EVENT = 'quarterdeck_ops';
const INCIDENT_EVENT = 'quarterdeck_incident';
const HEADLINE_EVENT = 'quarterdeck_headline';
const KEPT_MAX = 5_000;

export function slackTruth(slack: Workspace): SlackTruth {
  const carriers = slack.channels().flatMap(carriersIn);
  carriers.sort((a, b) => (a.ts < b.ts ? -1 : 1));
  const ops = new Map<string, { readonly op: CarriedOp; readonly first: Carrier }>();
  const homes = new Map<string, Set<Channel>>();
  const everPrivate = new Set<string>();
  let spare = 0;
  for (const carrier of carriers) {
    for (const op of carrier.ops) {
      const home = homes.get(op.incident) ?? new Set();
      homes.set(op.incident, home.add(carrier.channel));
      if (op.entity === 'incident' && op.set.private === true) everPrivate.add(op.incident);
      if (ops.has(op.id)) spare += 1;
      else ops.set(op.id, { op, first: carrier });
    }
  }
  return { carriers, ops, homes, announced: announcedIn(slack), everPrivate, spare };
}

/** Announcements: the first counts. */
function announcedIn(slack: Workspace): ReadonlyMap<string, string> {
  const announced = new Map<string, string>();
  for (const { ts, said } of saying(slack, INCIDENT_EVENT)) {
    const incident = String(said.incident);
    const first = announced.get(incident);
    if (first === undefined || ts < first) announced.set(incident, ts);
  }
  return announced;
}

/** Ops that are told to those outside, with the incidents in whose threads they are. */
export function toldInThreads(
  slack: Workspace,
): ReadonlyMap<string, readonly { readonly incident: string }[]> {
  const told = new Map<string, { incident: string }[]>();
  const incidents = new Map<string, string>();
  for (const { ts, said } of saying(slack, INCIDENT_EVENT)) {
    incidents.set(ts, String(said.incident));
  }
  for (const { root, said } of saying(slack, HEADLINE_EVENT)) {
    const incident = incidents.get(root ?? '') ?? 'none';
    for (const op of String(said.ids).split(',')) {
      told.set(op, [...(told.get(op) ?? []), { incident }]);
    }
  }
  return told;
}

type Saying = {
  readonly ts: string;
  readonly root: string | null;
  readonly said: Metadata['event_payload'];
};

/** Messages of all channels that say one kind of thing to machines. */
function saying(slack: Workspace, event: string): readonly Saying[] {
  const found: Saying[] = [];
  for (const message of slack.channels().flatMap((channel) => channel.messages)) {
    const said = machineWords(message);
    if (said?.event_type !== event) continue;
    found.push({ ts: message.ts, root: message.threadTs, said: said.event_payload });
  }
  return found;
}

type Payload = {
  readonly ids: string;
  readonly body: string;
  readonly part?: number;
  readonly parts?: number;
};

type Block = { readonly block_id?: string; readonly elements?: readonly { value?: string }[] };

/** What a message says to machines: its metadata, or what its buttons hold in place of it. */
function machineWords({ metadata, blocks }: Message): Metadata | null {
  if (metadata !== null) return metadata;
  const carrier = (blocks ?? []).find(({ block_id }: Block) => block_id === 'quarterdeck:1');
  if (carrier === undefined) return null;
  const values = ((carrier as Block).elements ?? []).map(({ value }) => value ?? '');
  return unpacked(values.join(''));
}

const unpacked = keeping((packed): Metadata => {
  return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64url')).toString('utf8'));
});

/** The same texts are read at every look: each is understood once. */
function keeping<T>(understand: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    const understood = understand(text);
    if (known.size >= KEPT_MAX) known.clear();
    known.set(text, understood);
    return understood;
  };
}

const payloadOf = (message: Message) => (machineWords(message)?.event_payload ?? {}) as Payload;

/** Ids of the ops, or of those a piece is of, that one message carries. */
export function opsAt(
  slack: Workspace,
  place: { readonly [arg: string]: unknown },
): readonly string[] {
  const channel = slack.channels().find(({ id }) => id === place.channel);
  const message = channel?.messages.find(({ ts }) => ts === place.ts);
  if (message === undefined || machineWords(message)?.event_type !== OPS_EVENT) return [];
  return payloadOf(message).ids.split(',');
}

function carriersIn(channel: Channel): Carrier[] {
  const carriers: Carrier[] = [];
  const pieces = new Map<string, Map<number, Message>>();
  for (const message of channel.messages) {
    if (machineWords(message)?.event_type !== OPS_EVENT) continue;
    const { ids, body, part = 1, parts = 1 } = payloadOf(message);
    if (parts === 1) {
      carriers.push(carrierOf(channel, [message], body));
      continue;
    }
    const batch = pieces.get(ids) ?? new Map<number, Message>();
    pieces.set(ids, batch);
    if (batch.has(part)) continue;
    batch.set(part, message);
    if (batch.size === parts) carriers.push(joined(channel, batch));
  }
  return carriers;
}

function joined(channel: Channel, batch: ReadonlyMap<number, Message>): Carrier {
  const inOrder = [...batch].sort(([a], [b]) => a - b).map(([, message]) => message);
  const bodies = inOrder.map((message) => payloadOf(message).body);
  return carrierOf(channel, inOrder, bodies.join(''));
}

const KNOWN = new Set(['id', 'incident', 'entity', 'at', 'by', 'v', 'set']);

const opsIn = keeping((body): readonly CarriedOp[] => {
  const list = JSON.parse(body) as readonly (Omit<CarriedOp, 'extra'> & object)[];
  return list.map((op): CarriedOp => {
    const extra = Object.entries(op).filter(([key]) => !KNOWN.has(key));
    const { id, incident, entity, at, by, v, set } = op;
    const rest = extra.length === 0 ? null : JSON.stringify(Object.fromEntries(extra));
    return { id, incident, entity, at, by, v, set, extra: rest };
  });
});

function carrierOf(channel: Channel, messages: readonly Message[], body: string): Carrier {
  const [first] = messages;
  if (first === undefined) throw new Error('A carrier has a message.');
  const ops = opsIn(body);
  return { channel, ts: first.ts, user: first.user, isBot: first.botId !== null, ops };
}

/** What people wrote in a channel, as a reader of its history meets it. */
export function peoplesMessages(channel: Channel): readonly Message[] {
  return channel.messages.filter(
    (message) =>
      machineWords(message) === null &&
      message.subtype === null &&
      message.threadTs === null &&
      !message.tombstone,
  );
}
