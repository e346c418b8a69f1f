import { channelOf, isMember, memberChannel, openChannel } from './access.ts';
import { type Answer, SlackError } from './answer.ts';
import { flag, text } from './arguments.ts';
import type { Channel } from './model.ts';
import { nextTs } from './moment.ts';
import { page } from './paging.ts';
import type { Call, MethodTable, World } from './world.ts';

const READ = ['channels:read', 'groups:read'];
const MANAGE = ['channels:manage', 'channels:write', 'groups:write'];
const TOPIC_MAX = 250;
const NAME_MAX = 80;

function described(call: Call, channel: Channel): object {
  const { world } = call;
  const said = (value: string) => ({ value, creator: channel.creator, last_set: channel.created });
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !channel.isPrivate,
    is_group: channel.isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: channel.isPrivate,
    is_archived: channel.isArchived,
    is_general: channel.name === 'general',
    is_member: isMember(call, channel),
    created: channel.created,
    creator: channel.creator,
    context_team_id: world.team.id,
    topic: said(channel.topic),
    purpose: said(channel.purpose),
    num_members: channel.members.size,
  };
}

function create(call: Call): Answer {
  const { world, token, args } = call;
  const name = checkedName(world, text(args, 'name') ?? '');
  const channel: Channel = {
    id: newId(world, 'C'),
    name,
    isPrivate: flag(args, 'is_private'),
    creator: token.user,
    created: Math.floor(world.clock.now() / 1000),
    isArchived: false,
    topic: '',
    purpose: '',
    members: new Set([token.user]),
    messages: [],
    lastTs: 0,
  };
  world.channels.set(channel.id, channel);
  notice(call, channel, 'channel_join', `<@${token.user}> has joined the channel`);
  return { channel: described(call, channel) };
}

/** @see docs.slack.dev/reference/methods/conversations.create for the rules and their codes */
function checkedName(world: World, name: string): string {
  if (name === '') throw new SlackError('invalid_name_required');
  if (name.length > NAME_MAX) throw new SlackError('invalid_name_maxlength');
  if (/^[-_]+$/.test(name)) throw new SlackError('invalid_name_punctuation');
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name)) throw new SlackError('invalid_name_specials');
  const taken = [...world.channels.values()].some((channel) => channel.name === name);
  if (taken) throw new SlackError('name_taken');
  return name;
}

function newId(world: World, prefix: string): string {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let id = prefix;
  for (let i = 0; i < 10; i++) id += letters.charAt(Math.floor(world.random() * letters.length));
  return id;
}

/** Slack's own line in a channel: somebody joined, the topic changed. */
function notice({ world, token }: Call, channel: Channel, subtype: string, line: string): void {
  channel.messages.push({
    ts: nextTs(world, channel),
    user: token.user,
    botId: null,
    text: line,
    blocks: null,
    metadata: null,
    subtype,
    threadTs: null,
    edited: null,
    tombstone: false,
    visibleAt: world.clock.now(),
  });
}

/** A list's channels, filtered as its arguments say, in the order they were made. */
function listed(call: Call, mine: boolean): Answer {
  const { world, args } = call;
  const types = (text(args, 'types') ?? 'public_channel').split(',').map((type) => type.trim());
  const shown = [...world.channels.values()].filter((channel) => {
    if (flag(args, 'exclude_archived') && channel.isArchived) return false;
    if ((mine || channel.isPrivate) && !isMember(call, channel)) return false;
    return types.includes(channel.isPrivate ? 'private_channel' : 'public_channel');
  });
  const { items, next } = page(shown, args, { usual: 100, most: 1_000 }, (channel) => channel.id);
  return {
    channels: items.map((channel) => described(call, channel)),
    response_metadata: { next_cursor: next },
  };
}

function join(call: Call): Answer {
  const channel = channelOf(call);
  if (channel.isArchived) throw new SlackError('is_archived');
  if (channel.isPrivate) throw new SlackError('method_not_supported_for_channel_type');
  if (isMember(call, channel)) {
    return { channel: described(call, channel), warning: 'already_in_channel' };
  }
  channel.members.add(call.token.user);
  notice(call, channel, 'channel_join', `<@${call.token.user}> has joined the channel`);
  return { channel: described(call, channel) };
}

function invite(call: Call): Answer {
  const channel = openChannel(call);
  for (const user of (text(call.args, 'users') ?? '').split(',').filter((id) => id !== '')) {
    if (!call.world.users.has(user)) throw new SlackError('user_not_found');
    if (channel.members.has(user)) throw new SlackError('already_in_channel');
    channel.members.add(user);
  }
  return { channel: described(call, channel) };
}

function setSaid(call: Call, field: 'topic' | 'purpose'): Answer {
  const channel = openChannel(call);
  const said = text(call.args, field) ?? '';
  if (said.length > TOPIC_MAX) throw new SlackError('too_long');
  channel[field] = said;
  notice(
    call,
    channel,
    `channel_${field}`,
    `<@${call.token.user}> set the channel ${field}: ${said}`,
  );
  return { channel: described(call, channel), [field]: said };
}

function archive(call: Call): Answer {
  const channel = memberChannel(call);
  if (channel.isArchived) throw new SlackError('already_archived');
  channel.isArchived = true;
  // Bots are put out of an archived channel and can no longer read it.
  for (const id of channel.members) if (call.world.users.get(id)?.isBot) channel.members.delete(id);
  return {};
}

function unarchive(call: Call): Answer {
  const channel = memberChannel(call);
  if (!channel.isArchived) throw new SlackError('not_archived');
  channel.isArchived = false;
  return {};
}

function rename(call: Call): Answer {
  const channel = openChannel(call);
  channel.name = checkedName(call.world, text(call.args, 'name') ?? '');
  return { channel: described(call, channel) };
}

function leave(call: Call): Answer {
  const channel = channelOf(call);
  if (!channel.members.delete(call.token.user)) return { not_in_channel: true };
  return {};
}

function members(call: Call): Answer {
  const ids = [...channelOf(call).members];
  const { items, next } = page(ids, call.args, { usual: 100, most: 1_000 }, (id) => id);
  return { members: items, response_metadata: { next_cursor: next } };
}

export const conversationMethods: MethodTable = {
  'conversations.create': { scopes: MANAGE, run: create },
  'conversations.list': { scopes: READ, run: (call) => listed(call, false) },
  'users.conversations': { scopes: READ, run: (call) => listed(call, true) },
  'conversations.info': {
    scopes: READ,
    run: (call) => ({ channel: described(call, channelOf(call)) }),
  },
  'conversations.join': { scopes: ['channels:join', 'channels:write'], run: join },
  'conversations.invite': { scopes: MANAGE, run: invite },
  'conversations.leave': { scopes: MANAGE, run: leave },
  'conversations.members': { scopes: READ, run: members },
  'conversations.setTopic': { scopes: MANAGE, run: (call) => setSaid(call, 'topic') },
  'conversations.setPurpose': { scopes: MANAGE, run: (call) => setSaid(call, 'purpose') },
  'conversations.rename': { scopes: MANAGE, run: rename },
  'conversations.archive': { scopes: MANAGE, run: archive },
  'conversations.unarchive': { scopes: MANAGE, run: unarchive },
};
