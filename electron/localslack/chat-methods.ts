import { isMember, messageIn, permitted, readableChannel } from './access.ts';
import { type Answer, badArguments, SlackError } from './answer.ts';
import { flag, text } from './arguments.ts';
import { newClientId } from './chance.ts';
import { openDirect } from './direct-methods.ts';
import { readBlocks, writtenBlocks } from './message-blocks.ts';
import { readMetadata, updatedMetadata } from './message-metadata.ts';
import { append } from './message-posting.ts';
import { shown, viewOf } from './message-shape.ts';
import { normalised } from './message-text.ts';
import type { Channel, Message } from './model.ts';
import { nextTs } from './moment.ts';
import { remember } from './past.ts';
import { permalinkOf } from './permalink.ts';
import { CHAT_WRITE, NONE } from './scopes.ts';
import type { Call, MethodTable, World } from './world.ts';

const UPDATE_MAX = 4_000;
/** Slack's lines about who came and went take no replies. @see docs.slack.dev conversations.replies */
const UNTHREADABLE = new Set(['channel_join', 'channel_leave']);

/**
 * What a post names: a channel by id or by name, or somebody by their id, whose direct message with
 * the caller is then opened. @see docs.slack.dev/reference/methods/chat.postMessage#channels
 */
function addressed({ world, token, args }: Call): Channel {
  const given = text(args, 'channel') ?? '';
  const byId = world.channels.get(given);
  if (byId !== undefined) return byId;
  if (world.users.has(given)) return openDirect(world, token, [given]);
  const name = given.replace(/^#/, '');
  for (const channel of world.channels.values()) {
    if (channel.name === name && name !== '') return channel;
  }
  throw new SlackError('channel_not_found');
}

/** The channel to post to: members only, but for a bot allowed everywhere. */
function postable(call: Call): Channel {
  const found = addressed(call);
  // Writing to somebody asks for no more than writing does.
  const channel = found.kind === 'im' && isMember(call, found) ? found : permitted(call, found);
  const anywhere = call.token.scopes.includes('chat:write.public') && !channel.isPrivate;
  if (!isMember(call, channel) && !anywhere) throw new SlackError('not_in_channel');
  if (channel.isArchived) throw new SlackError('is_archived');
  return channel;
}

/** The root a reply goes under; a reply to a reply goes under the same root. */
function threadOf(call: Call, channel: Channel): string | null {
  const ts = text(call.args, 'thread_ts');
  if (ts === null || ts === '') return null;
  if (!/^\d{1,12}\.\d{6}$/.test(ts)) {
    throw badArguments(`${ts} is not a valid thread_ts`, 'invalid_thread_ts');
  }
  const message = channel.messages.find((item) => item.ts === ts);
  if (message === undefined) throw new SlackError('thread_not_found');
  if (UNTHREADABLE.has(message.subtype ?? '')) throw new SlackError('cannot_reply_to_message');
  return message.threadTs ?? ts;
}

function post(call: Call): Answer {
  const { world, token, args } = call;
  const channel = postable(call);
  const blocks = readBlocks(call);
  const metadata = readMetadata(call);
  const said = text(args, 'text') ?? '';
  if (said === '' && (blocks ?? []).length === 0) throw new SlackError('no_text');
  const threadTs = threadOf(call, channel);
  const isWritten = token.app === null;
  const message = append(world, channel, {
    user: token.user,
    botId: token.botId,
    app: token.app,
    clientMsgId: isWritten ? newClientId(world) : null,
    text: normalised(said),
    blocks: isWritten ? writtenBlocks(world, normalised(said)) : blocks,
    metadata,
    threadTs,
    subtype: threadTs !== null && flag(args, 'reply_broadcast') ? 'thread_broadcast' : null,
  });
  // The answer's echo leaves the payload out: what was posted is proved by reading it.
  // See github.com/slackapi/python-slack-sdk/issues/1501.
  return { channel: channel.id, ts: message.ts, message: echo(call, channel, message) };
}

const echo = (call: Call, channel: Channel, message: Message): object =>
  shown(viewOf(call.world, channel, channel.messages, false), message);

/** A bot may change what its app posted, a person what they wrote, whichever way they wrote it. */
const isOwn = ({ token }: Call, message: Message): boolean =>
  token.botId === null
    ? message.user === token.user && message.botId === null
    : message.botId === token.botId;

const isNotice = ({ subtype }: Message) => subtype !== null && subtype !== 'thread_broadcast';

function update(call: Call): Answer {
  const { world, args } = call;
  const channel = readableChannel(call);
  const message = messageIn(channel, text(args, 'ts'), 'message_not_found');
  if (channel.isArchived) throw new SlackError('is_inactive');
  if (!isOwn(call, message) || isNotice(message)) throw new SlackError('cant_update_message');
  const said = text(args, 'text');
  if (said !== null && said.length > UPDATE_MAX) throw new SlackError('msg_too_long');
  const blocks = readBlocks(call);
  const metadata = updatedMetadata(call, message.metadata);
  if (!said && blocks === null && args.metadata === undefined) throw new SlackError('no_text');
  remember(world, channel, message);
  message.metadata = metadata;
  if (said !== null) message.text = normalised(said);
  if (message.clientMsgId !== null && said !== null) {
    message.blocks = writtenBlocks(world, message.text);
  }
  // An empty list takes blocks away; without the argument they stay.
  if (blocks !== null) message.blocks = blocks.length === 0 ? null : blocks;
  // The mark is not shown when an update sends blocks. See docs.slack.dev, chat.update.
  if (said !== null && blocks === null) {
    message.edited = { user: call.token.user, ts: nextTs(world, channel) };
  }
  const { ts, text: kept } = message;
  return { channel: channel.id, ts, text: kept, message: echo(call, channel, message) };
}

function remove(call: Call): Answer {
  const { world, token } = call;
  const channel = readableChannel(call);
  const message = messageIn(channel, text(call.args, 'ts'), 'message_not_found');
  const mayAll = token.botId === null && world.users.get(token.user)?.isAdmin === true;
  if (channel.isArchived || !(isOwn(call, message) || mayAll)) {
    throw new SlackError('cant_delete_message');
  }
  takeAway(world, channel, message);
  return { channel: channel.id, ts: message.ts };
}

/** A root with replies leaves a tombstone, which goes with its last reply. */
function takeAway(world: World, channel: Channel, message: Message): void {
  remember(world, channel, message);
  channel.pins = channel.pins.filter(({ ts }) => ts !== message.ts);
  if (channel.messages.some(({ threadTs }) => threadTs === message.ts)) {
    message.tombstone = true;
    message.metadata = null;
    return;
  }
  channel.messages.splice(channel.messages.indexOf(message), 1);
  const root = channel.messages.find(({ ts }) => ts === message.threadTs);
  const isBare = !channel.messages.some(({ threadTs }) => threadTs === message.threadTs);
  if (root?.tombstone === true && isBare) takeAway(world, channel, root);
}

function permalink(call: Call): Answer {
  const channel = readableChannel(call);
  const message = messageIn(channel, text(call.args, 'message_ts'), 'message_not_found');
  return { channel: channel.id, permalink: permalinkOf(call.world, channel, message) };
}

export const chatMethods: MethodTable = {
  'chat.postMessage': { scopes: CHAT_WRITE, required: ['channel'], run: post },
  'chat.update': { scopes: CHAT_WRITE, required: ['channel', 'ts'], run: update },
  'chat.delete': { scopes: CHAT_WRITE, required: ['channel', 'ts'], run: remove },
  'chat.getPermalink': { scopes: NONE, required: ['channel', 'message_ts'], run: permalink },
};
