import { SlackError } from './answer.ts';
import { text } from './arguments.ts';
import type { Channel } from './model.ts';
import type { Call } from './world.ts';

export const isMember = ({ token }: Call, channel: Channel): boolean =>
  channel.members.has(token.user);

/** The channel a call names. A private one that the caller is not in does not exist for them. */
export function channelOf(call: Call): Channel {
  const channel = call.world.channels.get(text(call.args, 'channel') ?? '');
  if (channel === undefined) throw new SlackError('channel_not_found');
  if (channel.isPrivate && !isMember(call, channel)) throw new SlackError('channel_not_found');
  return channel;
}

/** The channel, for something only members may do. */
export function memberChannel(call: Call): Channel {
  const channel = channelOf(call);
  if (!isMember(call, channel)) throw new SlackError('not_in_channel');
  return channel;
}

/** The channel, for something that changes it. */
export function openChannel(call: Call): Channel {
  const channel = memberChannel(call);
  if (channel.isArchived) throw new SlackError('is_archived');
  return channel;
}

/**
 * The channel, for reading. A person's token reads every public channel and, being a member, private
 * ones; a bot only channels it is in.
 */
export function readableChannel(call: Call): Channel {
  const channel = channelOf(call);
  if (call.token.botId !== null && !isMember(call, channel)) throw new SlackError('not_in_channel');
  const scope = channel.isPrivate ? 'groups:history' : 'channels:history';
  if (!call.token.scopes.includes(scope)) {
    const provided = call.token.scopes.join(',');
    throw new SlackError('missing_scope', { needed: scope, provided });
  }
  return channel;
}
