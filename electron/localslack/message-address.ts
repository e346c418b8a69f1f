import { isMember, permitted } from './access.ts';
import { badArguments, SlackError } from './answer.ts';
import { text } from './arguments.ts';
import { openDirect } from './direct-methods.ts';
import { messageAt } from './message-log.ts';
import type { Channel } from './model.ts';
import type { Call } from './world.ts';

/** Slack's lines about who came and went take no replies. @see docs.slack.dev conversations.replies */
const UNTHREADABLE = new Set(['channel_join', 'channel_leave']);

/**
 * What a post names: a channel by id or by name, or somebody by their id, whose direct message with
 * the caller is then opened. @see docs.slack.dev/reference/methods/chat.postMessage#channels
 */
function addressed({ world, token }: Call, given: string): Channel {
  const byId = world.channels.get(given);
  if (byId !== undefined) return byId;
  if (world.users.has(given)) return openDirect(world, token, [given]);
  const name = given.replace(/^#/, '');
  for (const channel of world.channels.values()) {
    if (channel.name === name && name !== '') return channel;
  }
  throw new SlackError('channel_not_found');
}

/** The channel to post to, by what a call names: members only, but for a bot allowed everywhere. */
export function postable(call: Call, given: string): Channel {
  const found = addressed(call, given);
  // Writing to somebody asks for no more than writing does.
  const channel = found.kind === 'im' && isMember(call, found) ? found : permitted(call, found);
  const anywhere = call.token.scopes.includes('chat:write.public') && !channel.isPrivate;
  if (!isMember(call, channel) && !anywhere) throw new SlackError('not_in_channel');
  if (channel.isArchived) throw new SlackError('is_archived');
  return channel;
}

/** The root a reply goes under; a reply to a reply goes under the same root. */
export function threadOf(call: Call, channel: Channel): string | null {
  const ts = text(call.args, 'thread_ts');
  if (ts === null || ts === '') return null;
  if (!/^\d{1,12}\.\d{6}$/.test(ts)) {
    throw badArguments(`${ts} is not a valid thread_ts`, 'invalid_thread_ts');
  }
  const message = messageAt(channel, ts);
  if (message === undefined) throw new SlackError('thread_not_found');
  if (UNTHREADABLE.has(message.subtype ?? '')) throw new SlackError('cannot_reply_to_message');
  return message.threadTs ?? ts;
}
