import { readableChannel } from './access.ts';
import { type Answer, SlackError } from './answer.ts';
import { type Arguments, flag, text } from './arguments.ts';
import type { Channel, Message } from './model.ts';
import { page } from './paging.ts';
import type { Call, MethodTable } from './world.ts';

const SCOPES = ['channels:history', 'groups:history'];
const BOUNDS = { usual: 100, most: 999 };
const TS = /^\d{1,12}(\.\d{1,6})?$/;

/** A message as Slack shows it; a thread's root tells about its replies. */
export function shown(channel: Channel, message: Message, wholeMetadata: boolean): object {
  if (message.tombstone) {
    return {
      type: 'message',
      subtype: 'tombstone',
      user: 'USLACKBOT',
      text: 'This message was deleted.',
      hidden: true,
      ts: message.ts,
      ...threadOf(channel, message),
    };
  }
  return {
    type: 'message',
    ts: message.ts,
    user: message.user,
    text: message.text,
    ...(message.botId === null ? {} : { bot_id: message.botId }),
    ...(message.subtype === null ? {} : { subtype: message.subtype }),
    ...(message.blocks === null ? {} : { blocks: message.blocks }),
    ...(message.edited === null ? {} : { edited: message.edited }),
    ...metadataOf(message, wholeMetadata),
    ...threadOf(channel, message),
  };
}

/** Without `include_all_metadata`, readers learn the type alone. */
function metadataOf({ metadata }: Message, whole: boolean): object {
  if (metadata === null) return {};
  return { metadata: whole ? metadata : { event_type: metadata.event_type } };
}

function threadOf(channel: Channel, message: Message): object {
  if (message.threadTs !== null) return { thread_ts: message.threadTs };
  const replies = channel.messages.filter((other) => other.threadTs === message.ts);
  const last = replies.at(-1);
  if (last === undefined) return {};
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.map((reply) => reply.user))],
    latest_reply: last.ts,
  };
}

/** Whether a ts lies in what the arguments ask for; bounds are exclusive unless `inclusive`. */
function inRange(args: Arguments): (ts: string) => boolean {
  const oldest = bound(args, 'oldest');
  const latest = bound(args, 'latest');
  const inclusive = flag(args, 'inclusive');
  return (ts) => {
    if (oldest !== null && (inclusive ? ts < oldest : ts <= oldest)) return false;
    return latest === null || (inclusive ? ts <= latest : ts < latest);
  };
}

function bound(args: Arguments, name: 'oldest' | 'latest'): string | null {
  const value = text(args, name);
  if (value === null || value === '' || value === '0') return null;
  if (!TS.test(value)) throw new SlackError(`invalid_ts_${name}`);
  const [seconds = '', fraction = ''] = value.split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}`;
}

function visible(call: Call, channel: Channel): readonly Message[] {
  const now = call.world.clock.now();
  return channel.messages.filter((message) => message.visibleAt <= now);
}

/** Newest first; roots and broadcast replies only: other replies are their thread's matter. */
function history(call: Call): Answer {
  const channel = readableChannel(call);
  const within = inRange(call.args);
  const all = visible(call, channel)
    .filter(({ ts, threadTs, subtype }) => {
      return within(ts) && (threadTs === null || subtype === 'thread_broadcast');
    })
    .reverse();
  const { items, next } = page(all, call.args, BOUNDS, (message) => message.ts);
  const whole = flag(call.args, 'include_all_metadata');
  return {
    messages: items.map((message) => shown(channel, message, whole)),
    has_more: next !== '',
    pin_count: 0,
    ...(next === '' ? {} : { response_metadata: { next_cursor: next } }),
  };
}

/** The root, then its replies, oldest first. */
function replies(call: Call): Answer {
  const channel = readableChannel(call);
  const ts = text(call.args, 'ts') ?? '';
  const root = visible(call, channel).find((message) => message.ts === ts);
  if (root === undefined) throw new SlackError('thread_not_found');
  const within = inRange(call.args);
  const thread = visible(call, channel).filter(
    (message) => message === root || (message.threadTs === ts && within(message.ts)),
  );
  const { items, next } = page(thread, call.args, BOUNDS, (message) => message.ts);
  const whole = flag(call.args, 'include_all_metadata');
  return {
    messages: items.map((message) => shown(channel, message, whole)),
    has_more: next !== '',
    ...(next === '' ? {} : { response_metadata: { next_cursor: next } }),
  };
}

export const historyMethods: MethodTable = {
  'conversations.history': { scopes: SCOPES, run: history },
  'conversations.replies': { scopes: SCOPES, run: replies },
};
