import type { Channel, Message } from './model.ts';
import { nextTs } from './moment.ts';
import type { World } from './world.ts';

/** What differs between messages when they are made; the rest is as it is for plain ones. */
export type Draft = Pick<Message, 'user' | 'text'> & Partial<Omit<Message, 'ts' | 'at'>>;

/** Puts a message at a channel's end. */
export function append(world: Pick<World, 'clock'>, channel: Channel, draft: Draft): Message {
  const message: Message = {
    botId: null,
    app: null,
    clientMsgId: null,
    blocks: null,
    metadata: null,
    subtype: null,
    extra: {},
    threadTs: null,
    edited: null,
    reactions: [],
    fileIds: [],
    tombstone: false,
    ...draft,
    ts: nextTs(world, channel),
    at: world.clock.now(),
  };
  channel.messages.push(message);
  return message;
}

/** Slack's own line in a channel: somebody joined, the topic changed. */
export function announce(
  world: Pick<World, 'clock'>,
  channel: Channel,
  user: string,
  subtype: string,
  line: string,
  extra: Message['extra'] = {},
): void {
  append(world, channel, { user, text: `<@${user}> ${line}`, subtype, extra });
}
