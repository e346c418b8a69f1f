import { readableChannel } from './access.ts';
import { type Answer, SlackError } from './answer.ts';
import { type Arguments, flag, text } from './arguments.ts';
import { shown, viewOf } from './message-shape.ts';
import type { Message } from './model.ts';
import { type Page, type Part, page, pageBack, type Walk } from './paging.ts';
import { sightOf } from './past.ts';
import { HISTORY } from './scopes.ts';
import { firstAfter, firstFrom } from './sorted.ts';
import type { Call, MethodTable } from './world.ts';

const USUAL = 100;
const REPLIES_USUAL = 999;
const TS = /^\d{1,12}(\.\d{1,6})?$/;
const UNTHREADED = new Set(['channel_join', 'channel_leave']);

/** The part of a list, oldest first, that the arguments ask for; bounds are exclusive unless `inclusive`. */
function asked(messages: readonly Message[], args: Arguments): Part {
  const oldest = bound(args, 'oldest');
  const latest = bound(args, 'latest');
  const inclusive = flag(args, 'inclusive');
  const [first, last] = inclusive ? [firstFrom, firstAfter] : [firstAfter, firstFrom];
  return {
    from: oldest === null ? 0 : first(messages, oldest),
    to: latest === null ? messages.length : last(messages, latest),
  };
}

/** A bound of the form that messages have, so that text compares as time does. */
function bound(args: Arguments, name: 'oldest' | 'latest'): string | null {
  const value = text(args, name);
  if (value === null || value === '' || /^0(\.0*)?$/.test(value)) return null;
  if (!TS.test(value)) throw new SlackError(`invalid_ts_${name}`);
  const [seconds = '', fraction = ''] = value.split('.');
  return `${seconds.padStart(10, '0')}.${fraction.padEnd(6, '0')}`;
}

/** Both methods walk by ts, each in its own direction. */
function walk({ world }: Call, rises: boolean): Walk<Message> {
  const usual = rises ? REPLIES_USUAL : USUAL;
  return { prefix: 'next_ts', keyOf: ({ ts }) => ts, rises, usual, most: world.historyMax };
}

const more = ({ next }: Page<Message>): object => ({
  has_more: next !== '',
  ...(next === '' ? {} : { response_metadata: { next_cursor: next } }),
});

/** Newest first; roots and broadcast replies only: other replies are their thread's matter. */
function history(call: Call): Answer {
  const channel = readableChannel(call);
  const sight = sightOf(channel, call.asOf);
  const found = pageBack(
    sight.history,
    asked(sight.history, call.args),
    call.args,
    walk(call, false),
  );
  const view = viewOf(call, channel, sight, flag(call.args, 'include_all_metadata'));
  return {
    messages: found.items.map((message) => shown(view, message)),
    pin_count: channel.pins.length,
    channel_actions_ts: null,
    channel_actions_count: 0,
    ...more(found),
  };
}

/** The root, then its replies, oldest first. Asked for a reply, only that one. */
function replies(call: Call): Answer {
  const channel = readableChannel(call);
  const sight = sightOf(channel, call.asOf);
  const named = sight.at(text(call.args, 'ts') ?? '');
  if (named === undefined || UNTHREADED.has(named.subtype ?? '')) {
    throw new SlackError('thread_not_found');
  }
  const under = sight.repliesTo(named.ts);
  const { from, to } = asked(under, call.args);
  const found = page([named, ...under.slice(from, to)], call.args, walk(call, true));
  const view = viewOf(call, channel, sight, flag(call.args, 'include_all_metadata'));
  return { messages: found.items.map((message) => shown(view, message)), ...more(found) };
}

export const historyMethods: MethodTable = {
  'conversations.history': { scopes: HISTORY, required: ['channel'], run: history },
  'conversations.replies': { scopes: HISTORY, required: ['channel', 'ts'], run: replies },
};
