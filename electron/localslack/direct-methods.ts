import { channelOf } from './access.ts';
import { type Answer, missingScope, SlackError } from './answer.ts';
import { flag, text } from './arguments.ts';
import { newId } from './chance.ts';
import { describedToMember } from './channel-shape.ts';
import { newChannel } from './conversation-methods.ts';
import type { Channel, Token } from './model.ts';
import { seconds } from './moment.ts';
import { DIRECT, familyOf, lacking } from './scopes.ts';
import type { Call, MethodTable, World } from './world.ts';

/** Besides the caller. @see docs.slack.dev/reference/methods/conversations.open, `too_many_users` */
const OTHERS_MAX = 8;

/**
 * The conversation between the caller and some people, new if there is none yet: with one of them or
 * with oneself a direct message, with more a group's. Refuses, in Slack's codes, people who are not
 * there or gone, and a bot that writes to a bot.
 */
export function openDirect(world: World, token: Token, users: readonly string[]): Channel {
  const { people, found } = directWith(world, token, users);
  if (found !== null) return found;
  const kind = people.length > 2 ? 'mpim' : 'im';
  const channel = newChannel({
    id: newId(world, kind === 'im' ? 'D' : 'C'),
    name: kind === 'im' ? '' : groupName(world, people),
    kind,
    creator: token.user,
    created: seconds(world),
  });
  for (const person of people) channel.members.add(person);
  world.channels.set(channel.id, channel);
  world.directs.set(keyOf(people), channel);
  return channel;
}

const keyOf = (people: readonly string[]): string => [...people].sort().join(' ');

const groupName = (world: World, people: readonly string[]): string =>
  `mpdm-${people.map((id) => world.users.get(id)?.name ?? id).join('--')}-1`;

type Direct = { readonly people: readonly string[]; readonly found: Channel | null };

function directWith(world: World, token: Token, users: readonly string[]): Direct {
  const people = [...new Set([token.user, ...users])];
  if (people.length - 1 > OTHERS_MAX) throw new SlackError('too_many_users');
  for (const id of users) {
    const user = world.users.get(id);
    if (user === undefined) throw new SlackError('user_not_found');
    if (user.deleted) throw new SlackError('user_disabled');
    // Two bots have no direct message. See github.com/HubSpot/slack-client/pull/90.
    if (token.botId !== null && user.isBot) throw new SlackError('cannot_dm_bot');
  }
  return { people, found: world.directs.get(keyOf(people)) ?? null };
}

/** By the people in it, or by its own id. */
function open(call: Call): Answer {
  const { world, token, args } = call;
  const named = text(args, 'channel') ?? '';
  if (named !== '') return opened(call, directAt(call), true);
  const users = (text(args, 'users') ?? '').split(',').flatMap((id) => id.trim() || []);
  if (users.length === 0) throw new SlackError('users_list_not_supplied');
  const { people, found } = directWith(world, token, users);
  const needed = lacking(call.scopes, token, familyOf(people.length > 2 ? 'mpim' : 'im'));
  if (needed !== null) throw missingScope(needed, token);
  if (found === null && flag(args, 'prevent_creation')) throw new SlackError('channel_not_found');
  return opened(call, openDirect(world, token, users), found !== null);
}

function directAt(call: Call): Channel {
  const channel = channelOf(call);
  if (channel.kind === 'im' || channel.kind === 'mpim') return channel;
  throw new SlackError('method_not_supported_for_channel_type');
}

function opened(call: Call, channel: Channel, wasThere: boolean): Answer {
  const shape = flag(call.args, 'return_im')
    ? { ...describedToMember(call, channel), is_open: true }
    : { id: channel.id };
  return { ...(wasThere ? { no_op: true, already_open: true } : {}), channel: shape };
}

export const directMethods: MethodTable = {
  'conversations.open': { scopes: DIRECT, run: open },
};
