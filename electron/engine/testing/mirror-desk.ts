import { type IncidentId, newUlid } from '#shared/base/ids.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import type { Channel, Message } from '../../localslack/model.ts';
import { SMALL_TEAM } from '../../localslack/seed.ts';
import { createWorkspace, type Workspace } from '../../localslack/workspace.ts';
import type { EnginePorts, LogLine } from '../ports.ts';
import { slackClient } from '../slack/client.ts';
import { createPauses } from '../slack/method-pauses.ts';
import { placeOf, type Reading, type ReadPlace, readingWith } from '../slack/pull.ts';
import { lastingToken } from '../slack/token-source.ts';
import { all, closeDatabase, type Db, openDatabase } from '../store/database.ts';
import { saveChannel } from '../store/slack-channels.ts';
import { messageAt, type SlackMessage } from '../store/slack-messages.ts';
import { createClock, type FakeClock } from './clock.ts';
import { temporaryProfile } from './desktop.ts';
import { seededRandom } from './random.ts';

export const ANA = 'U0ANA000001';
export const BEN = 'U0BEN000001';

/** The reading half of a desktop, on a real file, with one incident and its channel in a local Slack. */
export type MirrorDesk = {
  readonly slack: Workspace;
  readonly clock: FakeClock;
  readonly incident: IncidentId;
  readonly channel: Channel;
  readonly events: ContractEvent[];
  readonly log: LogLine[];
  readonly db: () => Db;
  /** What a read takes; pages of so many messages. */
  readonly reading: (limit?: number) => Reading;
  readonly place: () => ReadPlace;
  /** A desktop that ends and starts again on the same file. */
  readonly restart: () => void;
  readonly stop: () => void;
  /** Somebody posts; the clock moves on a little. Gives the ts. */
  readonly post: (text: string, change?: Partial<Message>) => string;
  readonly message: (ts: string) => SlackMessage | null;
  /** Everything the mirror holds of the channel, by ts. */
  readonly mirror: () => readonly SlackMessage[];
  /** How often Slack was asked for a page. */
  readonly calls: (method?: string) => number;
};

export type MirrorDeskOptions = {
  /** How the network answers; the local Slack itself when not said. */
  readonly fetch?: typeof globalThis.fetch;
  readonly limit?: number;
};

export function startMirrorDesk(options: MirrorDeskOptions = {}): MirrorDesk {
  const clock = createClock();
  const random = seededRandom(7);
  const slack = createWorkspace({ seed: SMALL_TEAM, clock, random });
  const incident = newUlid({ now: clock.now, random }) as IncidentId;
  const { profile, remove } = temporaryProfile();
  let db = opened(profile);
  slack.as(ANA).create('inc-test');
  const channel = slack.channelNamed('inc-test');
  if (channel === null) throw new Error('the channel was not made');
  channel.members.add(BEN);
  saveChannel(db, { incident, channel: channel.id, name: 'inc-test', announce: 'done' });
  const events: ContractEvent[] = [];
  const log: LogLine[] = [];
  const ports = {
    clock,
    random,
    profile,
    fetch: options.fetch ?? fetchInto(slack),
    slackApiUrl: null,
    log: (line: LogLine) => log.push(line),
  } as unknown as EnginePorts;
  const meter = { took: () => undefined, limited: () => undefined };
  const limits = { pauses: createPauses(ports), meter };
  const reading = (limit = options.limit ?? 200) =>
    readingWith(
      { ports, db, emit: (event) => events.push(event) },
      slackClient(ports, lastingToken('xoxp-ana'), limits),
      limit,
    );
  const message = (ts: string) => messageAt(db, channel.id, ts);
  return {
    slack,
    clock,
    incident,
    channel,
    events,
    log,
    db: () => db,
    reading,
    place: () => {
      const place = placeOf(reading(), incident);
      if (place === null) throw new Error('the incident has no channel');
      return place;
    },
    restart: () => {
      closeDatabase(db);
      db = opened(profile);
    },
    stop: () => {
      closeDatabase(db);
      remove();
    },
    post: (text, change = {}) => {
      clock.jump(1);
      const ts = slack.say(BEN, channel.id, text);
      Object.assign(channel.messages.at(-1) ?? {}, change);
      return ts;
    },
    message,
    mirror: () =>
      all<{ ts: string }>(db, 'SELECT ts FROM slack_message ORDER BY ts').flatMap(
        ({ ts }) => message(ts) ?? [],
      ),
    calls: (method = 'conversations.history') =>
      slack.calls.filter((call) => call.method === method).length,
  };
}

function opened(profile: string): Db {
  const db = openDatabase(profile);
  if (!db.ok) throw new Error(db.error.message);
  return db.value;
}
