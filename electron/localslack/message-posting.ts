import { addMessage } from './message-log.ts';
import type { Channel, Message } from './model.ts';
import { nextTs } from './moment.ts';
import type { World } from './world.ts';

/** What differs between messages when they are made; the rest is as it is for plain ones. */
export type Draft = Pick<Message, 'user' | 'text'> & Partial<Omit<Message, 'ts' | 'at'>>;

/** Shared by all that have none: there may be a million. */
const NONE: readonly never[] = Object.freeze([]);
const NOTHING = Object.freeze({});

/** Puts a message at a channel's end; its moment, in ms since 1970, is now when not said. */
export function append(
  world: Pick<World, 'clock'>,
  channel: Channel,
  draft: Draft,
  at = world.clock.now(),
): Message {
  const message: Message = {
    ts: nextTs(at, channel),
    user: draft.user,
    botId: draft.botId ?? null,
    app: draft.app ?? null,
    clientMsgId: draft.clientMsgId ?? null,
    text: draft.text,
    blocks: draft.blocks ?? null,
    metadata: draft.metadata ?? null,
    subtype: draft.subtype ?? null,
    extra: draft.extra ?? NOTHING,
    threadTs: draft.threadTs ?? null,
    edited: draft.edited ?? null,
    reactions: draft.reactions ?? NONE,
    fileIds: draft.fileIds ?? NONE,
    tombstone: draft.tombstone ?? false,
    at,
  };
  addMessage(channel, message);
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
