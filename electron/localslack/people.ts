import { NotThere } from './answer.ts';
import { closeChannel } from './conversation-methods.ts';
import { messageAt } from './message-log.ts';
import { append } from './message-posting.ts';
import type { Channel, Message, Metadata } from './model.ts';
import { grantFor } from './oauth-grants.ts';
import { type Person, personIn } from './person.ts';
import { USER_SCOPES } from './scopes.ts';
import { LOCAL_APP } from './seed.ts';
import type { World } from './world.ts';

/** What people and admins do in Slack itself, without our API. Channels and people go by id or name. */
export type People = {
  readonly channels: () => readonly Channel[];
  /** By id or name. Throws words when there is none. */
  readonly channelAt: (channel: string) => Channel;
  readonly channelNamed: (name: string) => Channel | null;
  /** Somebody at Slack's own window: what Slack refuses them, it throws. */
  readonly as: (user: string) => Person;
  /** A person goes to a channel, private or not, and writes there. Gives the message's ts. */
  readonly say: (user: string, channel: string, text: string) => string;
  /** Its author changes a message. */
  readonly edit: (channel: string, ts: string, text: string) => void;
  /** Its author takes a message away. */
  readonly remove: (channel: string, ts: string) => void;
  /**
   * A channel's past, oldest first, made without what people and Slack do otherwise when they write: a
   * million messages take seconds.
   */
  readonly fill: (channel: string, past: Iterable<Filling>) => void;
  /** A new token for somebody, with every right a person's can have unless some are named. */
  readonly addToken: (token: string, user: string, scopes?: readonly string[]) => void;
  /**
   * Somebody lets the first app in that is there, with every right: what comes of its page, in one step.
   * Throws words when there is no app.
   */
  readonly letIn: (user: string) => LetIn;
  readonly endToken: (
    token: string,
    why: 'token_expired' | 'token_revoked' | 'account_inactive',
  ) => void;
  /** Who is signed in where an app sends people to be let in: an id or a name, or null for nobody. */
  readonly signIn: (user: string | null) => void;
  /** An admin archives a channel. */
  readonly archive: (channel: string) => void;
};

/** What an app is given that a person let in: tokens that rotate. */
export type LetIn = {
  readonly clientId: string;
  readonly access: string;
  readonly refresh: string;
  /** For how long the access token works. */
  readonly seconds: number;
};

/** A message of a channel's past. */
export type Filling = {
  /** An id. */
  readonly user: string;
  /** As it comes back, already changed as Slack changes text. */
  readonly text: string;
  /** In ms since 1970, not before the one before; now when not said. */
  readonly at?: number;
  /** The root of the thread it stands in. */
  readonly threadTs?: string;
  readonly metadata?: Metadata;
};

export function peopleIn(world: World): People {
  const named = (name: string): Channel | undefined =>
    [...world.channels.values()].find((channel) => channel.name === name);
  const channelAt = (given: string): Channel => {
    const channel = world.channels.get(given) ?? named(given);
    if (channel === undefined) throw new NotThere(`There is no channel ${given}.`);
    return channel;
  };
  const writtenAt = (channel: string, ts: string): Message => {
    const message = messageAt(channelAt(channel), ts);
    if (message === undefined) throw new NotThere(`There is no message ${ts}.`);
    return message;
  };
  return {
    channels: () => [...world.channels.values()],
    channelAt,
    channelNamed: (name) => named(name) ?? null,
    as: (user) => personIn(world, user),
    say: (user, channel, text) => {
      const person = personIn(world, user);
      channelAt(channel).members.add(person.id);
      return person.post(channel, text);
    },
    edit: (channel, ts, text) =>
      personIn(world, writtenAt(channel, ts).user).edit(channel, ts, text),
    remove: (channel, ts) => personIn(world, writtenAt(channel, ts).user).remove(channel, ts),
    fill: (channel, past) => {
      const filled = channelAt(channel);
      for (const { user, text, at, threadTs = null, metadata = null } of past) {
        append(world, filled, { user, text, threadTs, metadata }, at);
      }
    },
    addToken: (token, user, scopes = USER_SCOPES) => {
      const given = { token, user, botId: null, scopes, app: LOCAL_APP };
      world.tokens.set(token, { ...given, expiresAt: null, ended: null });
    },
    letIn: (user) => letIn(world, personIn(world, user).id),
    endToken: (token, why) => {
      const found = world.tokens.get(token);
      if (found !== undefined) found.ended = why;
    },
    signIn: (user) => {
      world.signedIn.user = user === null ? null : personIn(world, user).id;
    },
    archive: (id) => {
      const channel = channelAt(id);
      if (!channel.isArchived) closeChannel(world, channel, channel.creator);
    },
  };
}

function letIn(world: World, user: string): LetIn {
  const [app] = world.apps.values();
  if (app === undefined) throw new NotThere('There is no app to let in.');
  const granted = { app, user, scopes: USER_SCOPES, isDesktop: true, rotates: true };
  const { access, refresh } = grantFor(world, granted);
  const { clientId, accessSeconds: seconds } = app;
  return { clientId, access: access.token, refresh: refresh ?? '', seconds };
}
