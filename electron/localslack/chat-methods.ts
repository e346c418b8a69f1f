import { messageIn, readableChannel } from './access.ts';
import { type Answer, SlackError } from './answer.ts';
import { flag, text } from './arguments.ts';
import { newClientId } from './chance.ts';
import { unshare } from './file-sharing.ts';
import { postable, threadOf } from './message-address.ts';
import { readBlocks, writtenBlocks } from './message-blocks.ts';
import { messageAt, removeMessage, repliesTo } from './message-log.ts';
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

function post(call: Call): Answer {
  const { world, token, args } = call;
  const channel = postable(call, text(args, 'channel') ?? '');
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
  shown(viewOf(call, channel), message);

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
    message.edited = { user: call.token.user, ts: nextTs(world.clock.now(), channel) };
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
  unshare(world, channel, message.ts, message.fileIds);
  if (repliesTo(channel, message.ts).length > 0) {
    message.tombstone = true;
    message.metadata = null;
    return;
  }
  removeMessage(channel, message);
  const root = messageAt(channel, message.threadTs ?? '');
  const isBare = repliesTo(channel, message.threadTs ?? '').length === 0;
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
