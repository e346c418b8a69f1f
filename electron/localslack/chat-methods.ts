import { z } from 'zod';
import { channelOf, isMember, readableChannel } from './access.ts';
import { type Answer, SlackError } from './answer.ts';
import { flag, structure, text } from './arguments.ts';
import { shown } from './history-methods.ts';
import { normalised } from './message-text.ts';
import type { Channel, Message, Metadata } from './model.ts';
import { nextTs } from './moment.ts';
import type { Call, MethodTable } from './world.ts';

const WRITE = ['chat:write'];

/** @see docs.slack.dev/reference/block-kit/blocks; the whole of a message's blocks is not published */
const BLOCKS_MAX = 50;
const SECTION_MAX = 3_000;
const BLOCKS_TEXT_MAX = 13_200;
const UPDATE_MAX = 4_000;

/** Slack's type: scalars, objects of scalars, lists of such objects. */
const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const Flat = z.record(z.string(), Scalar);
const MetadataShape = z.object({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.union([Scalar, Flat, z.array(Flat)])),
});

function readMetadata(call: Call): Metadata | null {
  const given = structure(call.args, 'metadata', 'invalid_metadata_format');
  if (given === null) return null;
  const parsed = MetadataShape.safeParse(given);
  if (!parsed.success) throw new SlackError('invalid_metadata_format');
  if (JSON.stringify(parsed.data).length > call.world.metadataMax) {
    throw new SlackError('metadata_too_large');
  }
  return parsed.data;
}

const Block = z.looseObject({ type: z.string() });

function readBlocks(call: Call): readonly unknown[] | null {
  const given = structure(call.args, 'blocks', 'invalid_blocks_format');
  if (given === null) return null;
  const parsed = z.array(Block).safeParse(given);
  if (!parsed.success) throw new SlackError('invalid_blocks');
  if (parsed.data.length > BLOCKS_MAX) throw new SlackError('invalid_blocks');
  const lengths = parsed.data.map((block) => textLength(block.text));
  const isTooLong = (n: number, i: number) => parsed.data[i]?.type === 'section' && n > SECTION_MAX;
  if (lengths.some(isTooLong)) throw new SlackError('invalid_blocks');
  const whole = lengths.reduce((sum, n) => sum + n, 0);
  if (whole > BLOCKS_TEXT_MAX) throw new SlackError('msg_blocks_too_long');
  return parsed.data;
}

function textLength(value: unknown): number {
  const inner = typeof value === 'object' && value !== null && 'text' in value ? value.text : null;
  return typeof inner === 'string' ? inner.length : 0;
}

/** The channel to post to: members only, but for a bot that may write to any public one. */
function postable(call: Call): Channel {
  const channel = channelOf(call);
  const anywhere = call.token.scopes.includes('chat:write.public') && !channel.isPrivate;
  if (!isMember(call, channel) && !anywhere) throw new SlackError('not_in_channel');
  if (channel.isArchived) throw new SlackError('is_archived');
  return channel;
}

function post(call: Call): Answer {
  const { world, token, args } = call;
  const channel = postable(call);
  const blocks = readBlocks(call);
  const metadata = readMetadata(call);
  const said = text(args, 'text') ?? '';
  if (said === '' && blocks === null) throw new SlackError('no_text');
  const threadTs = text(args, 'thread_ts');
  if (threadTs !== null && !channel.messages.some((message) => message.ts === threadTs)) {
    throw new SlackError('thread_not_found');
  }
  const broadcast = threadTs !== null && flag(args, 'reply_broadcast');
  const message: Message = {
    ts: nextTs(world, channel),
    user: token.user,
    botId: token.botId,
    text: normalised(said),
    blocks,
    metadata,
    subtype: broadcast ? 'thread_broadcast' : null,
    threadTs,
    edited: null,
    tombstone: false,
    visibleAt: world.clock.now() + world.lag(),
  };
  channel.messages.push(message);
  // The answer's echo leaves the payload out: what was posted is proved by reading it.
  return { channel: channel.id, ts: message.ts, message: shown(channel, message, false) };
}

/** A person may change their own messages only, a bot those of its app. */
function ownMessage(call: Call, refusal: string): { channel: Channel; message: Message } {
  const channel = readableChannel(call);
  const ts = text(call.args, 'ts') ?? '';
  const message = channel.messages.find((item) => item.ts === ts && !item.tombstone);
  if (message === undefined) throw new SlackError('message_not_found');
  if (message.user !== call.token.user) throw new SlackError(refusal);
  return { channel, message };
}

function update(call: Call): Answer {
  const { channel, message } = ownMessage(call, 'cant_update_message');
  const said = text(call.args, 'text');
  if (said !== null && said.length > UPDATE_MAX) throw new SlackError('msg_too_long');
  const blocks = readBlocks(call);
  const metadata = call.args.metadata === undefined ? message.metadata : readUpdated(call);
  message.metadata = metadata;
  if (blocks !== null) message.blocks = blocks;
  if (said !== null) {
    message.text = normalised(said);
    // The mark is not shown when an update sends blocks.
    if (blocks === null) message.edited = { user: message.user, ts: nextTs(call.world, channel) };
  }
  return { channel: channel.id, ts: message.ts, text: message.text };
}

/** `{}` takes metadata away. */
function readUpdated(call: Call): Metadata | null {
  const given = structure(call.args, 'metadata', 'invalid_metadata_format');
  const isEmpty = typeof given === 'object' && given !== null && Object.keys(given).length === 0;
  return isEmpty ? null : readMetadata(call);
}

function remove(call: Call): Answer {
  const { channel, message } = ownMessage(call, 'cant_delete_message');
  const hasReplies = channel.messages.some((other) => other.threadTs === message.ts);
  if (hasReplies) {
    message.tombstone = true;
    message.metadata = null;
  } else channel.messages.splice(channel.messages.indexOf(message), 1);
  return { channel: channel.id, ts: message.ts };
}

function permalink(call: Call): Answer {
  const channel = channelOf({ ...call, args: { channel: call.args.channel } });
  const ts = text(call.args, 'message_ts') ?? '';
  if (!channel.messages.some((message) => message.ts === ts)) {
    throw new SlackError('message_not_found');
  }
  const base = `https://${call.world.team.domain}.slack.com/archives/${channel.id}`;
  return { channel: channel.id, permalink: `${base}/p${ts.replace('.', '')}` };
}

export const chatMethods: MethodTable = {
  'chat.postMessage': { scopes: WRITE, run: post },
  'chat.update': { scopes: WRITE, run: update },
  'chat.delete': { scopes: WRITE, run: remove },
  'chat.getPermalink': { scopes: [], run: permalink },
};
