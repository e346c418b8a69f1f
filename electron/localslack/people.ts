import type { Channel } from './model.ts';
import { nextTs } from './moment.ts';
import { ALL_SCOPES, LOCAL_APP } from './seed.ts';
import type { World } from './world.ts';

/** What people and admins do in Slack itself, without our API. */
export type People = {
  readonly channels: () => readonly Channel[];
  readonly channelNamed: (name: string) => Channel | null;
  /** A person writes in a channel. Gives the message's ts. */
  readonly say: (user: string, channel: string, text: string) => string;
  readonly edit: (channel: string, ts: string, text: string) => void;
  readonly remove: (channel: string, ts: string) => void;
  /** A new token for somebody, with every right unless some are named. */
  readonly addToken: (token: string, user: string, scopes?: readonly string[]) => void;
  readonly endToken: (token: string, why: 'token_revoked' | 'account_inactive') => void;
  readonly archive: (channel: string) => void;
};

export function peopleIn(world: World): People {
  const channelAt = (id: string): Channel => {
    const channel = world.channels.get(id);
    if (channel === undefined) throw new Error(`There is no channel ${id}.`);
    return channel;
  };
  return {
    channels: () => [...world.channels.values()],
    channelNamed: (name) =>
      [...world.channels.values()].find((channel) => channel.name === name) ?? null,
    say: (user, id, text) => {
      const channel = channelAt(id);
      const ts = nextTs(world, channel);
      channel.members.add(user);
      channel.messages.push({
        ts,
        user,
        botId: null,
        text,
        blocks: null,
        metadata: null,
        subtype: null,
        threadTs: null,
        edited: null,
        tombstone: false,
        visibleAt: world.clock.now() + world.lag(),
      });
      return ts;
    },
    edit: (id, ts, text) => {
      const message = channelAt(id).messages.find((item) => item.ts === ts);
      if (message === undefined) throw new Error(`There is no message ${ts}.`);
      message.text = text;
      message.edited = { user: message.user, ts: (world.clock.now() / 1000).toFixed(6) };
    },
    remove: (id, ts) => {
      const { messages } = channelAt(id);
      const at = messages.findIndex((item) => item.ts === ts);
      if (at >= 0) messages.splice(at, 1);
    },
    addToken: (token, user, scopes = ALL_SCOPES) => {
      world.tokens.set(token, { token, user, botId: null, scopes, app: LOCAL_APP, ended: null });
    },
    endToken: (token, why) => {
      const found = world.tokens.get(token);
      if (found !== undefined) found.ended = why;
    },
    archive: (id) => {
      channelAt(id).isArchived = true;
    },
  };
}
