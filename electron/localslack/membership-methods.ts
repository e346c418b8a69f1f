import { channelOf, isMember, memberChannel, openChannel, proper } from './access.ts';
import { type Answer, SlackError } from './answer.ts';
import { flag, text } from './arguments.ts';
import { describedToMember, isGeneral } from './channel-shape.ts';
import { announce } from './message-posting.ts';
import type { Channel } from './model.ts';
import { INVITE, JOIN, MANAGE } from './scopes.ts';
import type { Call, MethodTable } from './world.ts';

function join(call: Call): Answer {
  const { world, token } = call;
  const channel = channelOf(call);
  if (channel.isArchived) throw new SlackError('is_archived');
  if (channel.isPrivate) throw new SlackError('method_not_supported_for_channel_type');
  if (isMember(call, channel)) {
    const warning = 'already_in_channel';
    return {
      channel: describedToMember(call, channel),
      warning,
      response_metadata: { warnings: [warning] },
    };
  }
  channel.members.add(token.user);
  announce(world, channel, token.user, 'channel_join', 'has joined the channel');
  return { channel: describedToMember(call, channel) };
}

/** Why somebody cannot be invited; null when they can. */
function obstacle(call: Call, channel: Channel, user: string): string | null {
  const found = call.world.users.get(user);
  if (found === undefined) return 'user_not_found';
  if (user === call.token.user) return 'cant_invite_self';
  if (found.deleted || user === 'USLACKBOT') return 'cant_invite';
  return channel.members.has(user) ? 'already_in_channel' : null;
}

/** One who cannot be invited stops them all, unless `force`. */
function invite(call: Call): Answer {
  const { world, token } = call;
  const channel = proper(openChannel(call));
  const users = (text(call.args, 'users') ?? '').split(',').filter((id) => id !== '');
  if (users.length === 0) throw new SlackError('no_user');
  const refused = users.flatMap((user) => {
    const error = obstacle(call, channel, user);
    return error === null ? [] : [{ user, ok: false, error }];
  });
  const [first] = refused;
  if (first !== undefined && (refused.length === users.length || !flag(call.args, 'force'))) {
    throw new SlackError(first.error, { errors: refused });
  }
  for (const user of users.filter((id) => !refused.some((other) => other.user === id))) {
    channel.members.add(user);
    const extra = { inviter: token.user };
    announce(world, channel, user, 'channel_join', 'has joined the channel', extra);
  }
  return {
    channel: describedToMember(call, channel),
    ...(refused.length === 0 ? {} : { errors: refused }),
  };
}

function kick(call: Call): Answer {
  const channel = proper(memberChannel(call));
  const user = text(call.args, 'user') ?? '';
  if (!call.world.users.has(user)) throw new SlackError('user_not_found');
  if (user === call.token.user) throw new SlackError('cant_kick_self');
  if (isGeneral(channel)) throw new SlackError('cant_kick_from_general');
  if (!channel.members.delete(user)) throw new SlackError('not_in_channel');
  return { errors: {} };
}

function leave(call: Call): Answer {
  const { world, token } = call;
  const channel = proper(channelOf(call));
  if (channel.isArchived) throw new SlackError('is_archived');
  if (isGeneral(channel)) throw new SlackError('cant_leave_general');
  if (!isMember(call, channel)) return { not_in_channel: true };
  // A private channel without members could never be seen again.
  if (channel.isPrivate && channel.members.size === 1) throw new SlackError('last_member');
  channel.members.delete(token.user);
  announce(world, channel, token.user, 'channel_leave', 'has left the channel');
  return {};
}

export const membershipMethods: MethodTable = {
  'conversations.join': { scopes: JOIN, required: ['channel'], run: join },
  'conversations.invite': { scopes: INVITE, required: ['channel', 'users'], run: invite },
  'conversations.kick': { scopes: MANAGE, required: ['channel', 'user'], run: kick },
  'conversations.leave': { scopes: MANAGE, required: ['channel'], run: leave },
};
