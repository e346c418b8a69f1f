import { channelOf, isMember, memberChannel, openChannel, proper } from './access.ts';
import { type Answer, missingScope, SlackError } from './answer.ts';
import { flag, text } from './arguments.ts';
import { newId } from './chance.ts';
import { describedToMember, isGeneral } from './channel-shape.ts';
import { announce } from './message-posting.ts';
import type { Channel } from './model.ts';
import { seconds } from './moment.ts';
import { familyOf, lacking, MANAGE, TOPIC } from './scopes.ts';
import type { Call, MethodTable, World } from './world.ts';

const TOPIC_MAX = 250;
const NAME_MAX = 80;

/** A channel without a past. */
export function newChannel(
  given: Pick<Channel, 'id' | 'name' | 'kind' | 'creator' | 'created'>,
): Channel {
  return {
    ...given,
    isPrivate: given.kind !== 'public_channel',
    previousNames: [],
    isArchived: false,
    topic: '',
    purpose: '',
    setBy: new Map(),
    members: new Set(),
    messages: [],
    history: [],
    threads: new Map(),
    past: [],
    changedAt: 0,
    pins: [],
    bookmarks: [],
    lastTs: 0,
  };
}

function create(call: Call): Answer {
  const { world, token, args } = call;
  const kind = flag(args, 'is_private') ? 'private_channel' : 'public_channel';
  const needed = lacking(call.scopes, token, familyOf(kind));
  if (needed !== null) throw missingScope(needed, token);
  const name = checkedName(world, text(args, 'name') ?? '');
  const id = newId(world, 'C');
  const channel = newChannel({ id, name, kind, creator: token.user, created: seconds(world) });
  channel.members.add(token.user);
  world.channels.set(id, channel);
  announce(world, channel, token.user, 'channel_join', 'has joined the channel');
  return { channel: describedToMember(call, channel) };
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

/** Slack announces every setting, also of what was there already. */
function setSaid(call: Call, field: 'topic' | 'purpose'): Answer {
  const { world, token } = call;
  const channel = openChannel(call);
  if (channel.kind === 'im') throw new SlackError('method_not_supported_for_channel_type');
  const said = text(call.args, field) ?? '';
  if (said.length > TOPIC_MAX) throw new SlackError('too_long');
  channel[field] = said;
  channel.setBy.set(field, { creator: token.user, at: seconds(world) });
  const line = said === '' ? `cleared the channel ${field}` : `set the channel ${field}: ${said}`;
  announce(world, channel, token.user, `channel_${field}`, line, { [field]: said });
  return { channel: describedToMember(call, channel), [field]: said };
}

/** Its maker may rename a channel, and an admin; an app only what it made. */
function rename(call: Call): Answer {
  const { world, token } = call;
  const channel = proper(openChannel(call));
  const isAdmin = token.botId === null && world.users.get(token.user)?.isAdmin === true;
  if (channel.creator !== token.user && !isAdmin) throw new SlackError('not_authorized');
  const old = channel.name;
  channel.name = checkedName(world, text(call.args, 'name') ?? '');
  channel.previousNames = [old, ...channel.previousNames];
  const line = `has renamed the channel from "${old}" to "${channel.name}"`;
  const extra = { old_name: old, name: channel.name };
  announce(world, channel, token.user, 'channel_name', line, extra);
  return { channel: describedToMember(call, channel) };
}

function archive(call: Call): Answer {
  const channel = proper(memberChannel(call));
  if (isGeneral(channel)) throw new SlackError('cant_archive_general');
  if (channel.isArchived) throw new SlackError('already_archived');
  closeChannel(call.world, channel, call.token.user);
  return {};
}

/**
 * Archives a channel. Bots are put out and can no longer read it.
 * @see github.com/elastic/connectors/issues/1972
 */
export function closeChannel(world: World, channel: Channel, by: string): void {
  announce(world, channel, by, 'channel_archive', 'archived the channel');
  channel.isArchived = true;
  for (const member of channel.members) {
    if (world.users.get(member)?.isBot === true) channel.members.delete(member);
  }
}

/** A bot cannot: it is no longer in. @see github.com/slack-go/slack/issues/1066 */
function unarchive(call: Call): Answer {
  const { world, token } = call;
  const channel = proper(channelOf(call));
  if (!channel.isArchived) throw new SlackError('not_archived');
  if (token.botId !== null && !isMember(call, channel)) throw new SlackError('not_in_channel');
  channel.isArchived = false;
  channel.members.add(token.user);
  announce(world, channel, token.user, 'channel_unarchive', 'un-archived the channel');
  return {};
}

const CHANNEL = { required: ['channel'] };

export const conversationMethods: MethodTable = {
  'conversations.create': { scopes: MANAGE, run: create },
  'conversations.rename': { scopes: MANAGE, ...CHANNEL, run: rename },
  'conversations.archive': { scopes: MANAGE, ...CHANNEL, run: archive },
  'conversations.unarchive': { scopes: MANAGE, ...CHANNEL, run: unarchive },
  'conversations.setTopic': { scopes: TOPIC, ...CHANNEL, run: (call) => setSaid(call, 'topic') },
  'conversations.setPurpose': {
    scopes: TOPIC,
    ...CHANNEL,
    run: (call) => setSaid(call, 'purpose'),
  },
};
