import { messageIn, openChannel, readableChannel } from './access.ts';
import { type Answer, SlackError } from './answer.ts';
import { text } from './arguments.ts';
import { messageAt } from './message-log.ts';
import { shown, viewOf } from './message-shape.ts';
import type { Channel, Message } from './model.ts';
import { seconds } from './moment.ts';
import { permalinkOf } from './permalink.ts';
import { PINS_READ, PINS_WRITE } from './scopes.ts';
import type { Call, MethodTable } from './world.ts';

const PINS_MAX = 100;

function target(call: Call): { channel: Channel; message: Message } {
  const channel = openChannel(call);
  const ts = text(call.args, 'timestamp');
  if (ts === null) throw new SlackError('no_item_specified');
  return { channel, message: messageIn(channel, ts, 'bad_timestamp') };
}

function add(call: Call): Answer {
  const { channel, message } = target(call);
  const { ts } = message;
  if (channel.pins.some((pin) => pin.ts === ts)) throw new SlackError('already_pinned');
  if (message.subtype?.startsWith('channel_') === true) throw new SlackError('not_pinnable');
  if (channel.pins.length >= PINS_MAX) throw new SlackError('too_many_pins');
  const pin = { ts, user: call.token.user, created: seconds(call.world) };
  channel.pins = [...channel.pins, pin];
  return {};
}

function remove(call: Call): Answer {
  const { channel, message } = target(call);
  const left = channel.pins.filter(({ ts }) => ts !== message.ts);
  if (left.length === channel.pins.length) throw new SlackError('not_pinned');
  channel.pins = left;
  return {};
}

/** The last pinned first. */
function list(call: Call): Answer {
  const channel = readableChannel(call);
  const view = viewOf(call, channel);
  const items = channel.pins.flatMap((pin) => {
    const message = messageAt(channel, pin.ts);
    if (message === undefined) return [];
    const permalink = permalinkOf(call.world, channel, message);
    return [
      {
        type: 'message',
        channel: channel.id,
        created: pin.created,
        created_by: pin.user,
        message: { ...shown(view, message), permalink },
      },
    ];
  });
  return { items: items.reverse() };
}

export const pinMethods: MethodTable = {
  'pins.add': { scopes: PINS_WRITE, required: ['channel'], run: add },
  'pins.remove': { scopes: PINS_WRITE, required: ['channel'], run: remove },
  'pins.list': { scopes: PINS_READ, required: ['channel'], run: list },
};
