import { channelOf, isMember } from './access.ts';
import { type Answer, missingScope, SlackError } from './answer.ts';
import { flag, text } from './arguments.ts';
import { described, describedToMember } from './channel-shape.ts';
import type { Channel, ChannelKind } from './model.ts';
import { page, type Walk } from './paging.ts';
import { CHANNELS_READ, familyOf, lacking } from './scopes.ts';
import type { Call, MethodTable } from './world.ts';

const SIZES = { usual: 100, most: 1_000 };
const TYPES: ReadonlySet<string> = new Set(['public_channel', 'private_channel', 'mpim', 'im']);

const isKind = (type: string): type is ChannelKind => TYPES.has(type);

/** A channel with its place among all, which stays when others are archived during a walk. */
type Placed = { readonly channel: Channel; readonly place: string };
const WALK: Walk<Placed> = { prefix: 'team', keyOf: ({ place }) => place, rises: true, ...SIZES };

/** The kinds asked for. A token sees only kinds it has the scope for, and is told when it has not. */
function typesOf(call: Call): readonly ChannelKind[] {
  const given = text(call.args, 'types') ?? '';
  const types = given === '' ? ['public_channel'] : given.split(',').map((type) => type.trim());
  const kinds = types.filter(isKind);
  if (kinds.length < types.length) throw new SlackError('invalid_types');
  for (const kind of kinds) {
    const needed = lacking(call.scopes, call.token, familyOf(kind));
    if (needed !== null) throw missingScope(needed, call.token);
  }
  return kinds;
}

function listed(
  call: Call,
  isShown: (channel: Channel) => boolean,
  shape: (channel: Channel) => object,
): Answer {
  const { world, args } = call;
  const types = typesOf(call);
  const placed = [...world.channels.values()]
    .map((channel, i) => ({ channel, place: String(i).padStart(9, '0') }))
    .filter(({ channel }) => {
      if (flag(args, 'exclude_archived') && channel.isArchived) return false;
      if (channel.isPrivate && !isMember(call, channel)) return false;
      return isShown(channel) && types.includes(channel.kind);
    });
  const { items, next } = page(placed, args, WALK);
  return {
    channels: items.map(({ channel }) => shape(channel)),
    response_metadata: { next_cursor: next },
  };
}

const everyone = (call: Call): Answer =>
  listed(
    call,
    () => true,
    (channel) =>
      channel.kind === 'im'
        ? described(call, channel)
        : { ...describedToMember(call, channel), num_members: channel.members.size },
  );

/** Somebody's channels: one's own, or those that another is in and the caller may see. */
function ofUser(call: Call): Answer {
  const user = text(call.args, 'user') ?? call.token.user;
  if (!call.world.users.has(user)) throw new SlackError('user_not_found');
  return listed(
    call,
    (channel) => channel.members.has(user),
    (channel) => described(call, channel),
  );
}

function info(call: Call): Answer {
  const channel = channelOf(call);
  return {
    channel: {
      ...describedToMember(call, channel),
      ...(isMember(call, channel) ? { last_read: '0000000000.000000' } : {}),
      ...(flag(call.args, 'include_num_members') ? { num_members: channel.members.size } : {}),
    },
  };
}

/** By id: people who come and go during a walk are neither skipped over nor told twice. */
const MEMBERS: Walk<string> = { prefix: 'user', keyOf: (id) => id, rises: true, ...SIZES };

function members(call: Call): Answer {
  const { items, next } = page([...channelOf(call).members].sort(), call.args, MEMBERS);
  return { members: items, response_metadata: { next_cursor: next } };
}

export const channelLists: MethodTable = {
  'conversations.list': { scopes: CHANNELS_READ, run: everyone },
  'users.conversations': { scopes: CHANNELS_READ, run: ofUser },
  'conversations.info': { scopes: CHANNELS_READ, required: ['channel'], run: info },
  'conversations.members': { scopes: CHANNELS_READ, required: ['channel'], run: members },
};
