import { missingScope, SlackError } from './answer.ts';
import { text } from './arguments.ts';
import { messageAt } from './message-log.ts';
import type { Channel, Message } from './model.ts';
import { familyOf, lacking } from './scopes.ts';
import type { Call } from './world.ts';

export const isMember = ({ token }: Call, channel: Channel): boolean =>
  channel.members.has(token.user);

/**
 * The channel a call names, if its token may do such things in a channel of its kind. A private one
 * that the caller is not in does not exist for them.
 */
export function channelOf(call: Call, argument = 'channel'): Channel {
  const channel = call.world.channels.get(text(call.args, argument) ?? '');
  if (channel === undefined) throw new SlackError('channel_not_found');
  return permitted(call, channel);
}

/** The channel itself, unless it is hidden from the caller or out of the token's reach. */
export function permitted(call: Call, channel: Channel): Channel {
  if (channel.isPrivate && !isMember(call, channel)) throw new SlackError('channel_not_found');
  const needed = lacking(call.scopes, call.token, familyOf(channel.kind));
  if (needed !== null) throw missingScope(needed, call.token);
  return channel;
}

/** The same channel, unless it is a direct message: those have no name, no end and no comers. */
export function proper(channel: Channel): Channel {
  if (channel.kind === 'im' || channel.kind === 'mpim') {
    throw new SlackError('method_not_supported_for_channel_type');
  }
  return channel;
}

/** The channel, for something only members may do. */
export function memberChannel(call: Call, argument?: string): Channel {
  const channel = channelOf(call, argument);
  if (!isMember(call, channel)) throw new SlackError('not_in_channel');
  return channel;
}

/** The channel, for something that changes it. */
export function openChannel(call: Call, argument?: string): Channel {
  const channel = memberChannel(call, argument);
  if (channel.isArchived) throw new SlackError('is_archived');
  return channel;
}

/**
 * The channel, for reading. A person's token reads every public channel and, being a member, private
 * ones; a bot only channels it is in.
 * @see docs.slack.dev/reference/methods/conversations.history, `not_in_channel`
 */
export function readableChannel(call: Call, argument?: string): Channel {
  const channel = channelOf(call, argument);
  if (call.token.botId !== null && !isMember(call, channel)) throw new SlackError('not_in_channel');
  return channel;
}

const TS = /^\d{1,12}\.\d{6}$/;

/** The message that an argument names by its ts. */
export function messageIn(channel: Channel, ts: string | null, malformed: string): Message {
  if (ts === null || !TS.test(ts)) throw new SlackError(malformed);
  const message = messageAt(channel, ts);
  if (message === undefined || message.tombstone) throw new SlackError('message_not_found');
  return message;
}
