import { onTestFinished } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import type { Message, Metadata } from '../../localslack/model.ts';
import { SMALL_TEAM } from '../../localslack/seed.ts';
import {
  createWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../localslack/workspace.ts';
import type { Secrets } from '../ports.ts';
import { createClock, type FakeClock } from './clock.ts';
import { type Desktop, memorySecrets, startDesktop } from './desktop.ts';
import { seededRandom } from './random.ts';

/** A network that can be cut, between one desktop and Slack. */
export type Cable = { cut: boolean; readonly fetch: typeof fetch };

/** Several desktops on one workspace, all on one clock. Stopped when the test is over. */
export type Team = {
  readonly clock: FakeClock;
  readonly slack: Workspace;
  /** A desktop's own network. */
  readonly cable: (to?: Workspace) => Cable;
  /**
   * Starts a desktop that holds this token, or none, or a keychain, and lets it sign in.
   * @param ahead ms by which its own clock is ahead of everybody's
   */
  readonly join: (
    token: string | Secrets | null,
    net?: Cable,
    profile?: string,
    ahead?: number,
  ) => Promise<Desktop>;
  /** Quits a desktop before the test is over. */
  readonly leave: (desktop: Desktop) => Promise<void>;
  readonly channelNames: () => readonly string[];
  /** The name of the (first) incident channel whose name ends so. */
  readonly incidentChannel: (end?: string) => string;
  /** Messages of a channel that carry metadata, oldest first. */
  readonly metadataOf: (channel: string) => readonly Message[];
  /** Ids of the ops that a channel's messages carry, in order. */
  readonly carriedOps: (channel: string) => readonly string[];
  /** Somebody else's program posts to an incident's channel. */
  readonly postWith: (channel: string, text: string, metadata: Metadata) => void;
};

export function startTeam(
  options: Partial<Pick<WorkspaceOptions, 'personMetadata' | 'seed'>> = {},
): Team {
  const clock = createClock();
  const slack = createWorkspace({
    seed: SMALL_TEAM,
    clock,
    random: seededRandom(9),
    limits: 'slack',
    ...options,
  });
  const desktops = new Set<Desktop>();
  let joined = 0;
  const cable = (to = slack) => cableInto(to);
  onTestFinished(async () => {
    for (const desktop of desktops) await desktop.stop();
  });
  return {
    clock,
    slack,
    cable,
    join: async (token, net = cable(), profile, ahead = 0) => {
      joined += 1;
      const desktop = await startDesktop({
        clock: { ...clock, now: () => clock.now() + ahead },
        seed: joined,
        fetch: net.fetch,
        // The local Slack has its files where it has everything else.
        slackApiUrl: 'https://slack.test/api/',
        secrets: isKeychain(token) ? token : memorySecrets(token),
        loginName: isKeychain(token) ? 'ana' : (token?.replace('xoxp-', '') ?? 'ana'),
        ...(profile === undefined ? {} : { profile }),
      });
      desktops.add(desktop);
      await clock.advance(SECOND);
      return desktop;
    },
    leave: async (desktop) => {
      desktops.delete(desktop);
      await desktop.stop();
    },
    ...channelsOf(slack),
  };
}

const isKeychain = (given: string | Secrets | null): given is Secrets =>
  typeof given === 'object' && given !== null;

function cableInto(slack: Workspace): Cable {
  const inner = fetchInto(slack);
  const made: Cable = {
    cut: false,
    fetch: (...args) =>
      made.cut
        ? Promise.reject(new TypeError('fetch failed', { cause: refusedConnection() }))
        : inner(...args),
  };
  return made;
}

const refusedConnection = () => Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });

type Channels = Pick<
  Team,
  'channelNames' | 'incidentChannel' | 'metadataOf' | 'carriedOps' | 'postWith'
>;

function channelsOf(slack: Workspace): Channels {
  const channelNames = () => slack.channels().map((channel) => channel.name);
  const metadataOf = (channel: string) =>
    slack.channelNamed(channel)?.messages.filter((message) => message.metadata !== null) ?? [];
  return {
    channelNames,
    metadataOf,
    incidentChannel: (end = '') => {
      const name = channelNames().find((found) => found.startsWith('inc-') && found.endsWith(end));
      if (name === undefined) throw new Error('there is no incident channel');
      return name;
    },
    carriedOps: (channel) =>
      metadataOf(channel).flatMap((message) =>
        String(message.metadata?.event_payload.ids ?? '').split(','),
      ),
    postWith: (channel, text, metadata) => {
      const found = slack.channelNamed(channel);
      slack.say('U0BEN000001', found?.id ?? '', text);
      const message = found?.messages.at(-1);
      if (message !== undefined) message.metadata = metadata;
    },
  };
}

/** What the state of the sync is on a desktop. */
export const syncState = async (desktop: Desktop) => (await desktop.query('sync', {})).state;

/** Metadata under our event type with one op in it, whoever made it. */
export const carrying = (op: object): Metadata => ({
  event_type: 'quarterdeck_ops',
  event_payload: { v: 1, ids: 'x', body: JSON.stringify([op]) },
});
