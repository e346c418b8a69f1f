import { messageIn, openChannel, readableChannel } from './access.ts';
import { type Answer, SlackError } from './answer.ts';
import { text } from './arguments.ts';
import { shown, viewOf } from './message-shape.ts';
import type { Channel, Message, Reaction } from './model.ts';
import { remember } from './past.ts';
import { permalinkOf } from './permalink.ts';
import { REACTIONS_READ, REACTIONS_WRITE } from './scopes.ts';
import type { Call, MethodTable } from './world.ts';

/** Most different emoji under one message. */
const EMOJI_MAX = 50;
const NAME = /^[\p{L}\p{N}_+'-]+(::skin-tone-[2-6])?$/u;

function target(call: Call): { channel: Channel; message: Message; name: string } {
  const { args } = call;
  if (text(args, 'channel') === null || text(args, 'timestamp') === null) {
    throw new SlackError('no_item_specified');
  }
  const name = text(args, 'name') ?? '';
  if (!NAME.test(name)) throw new SlackError('invalid_name');
  const channel = openChannel(call);
  return { channel, message: messageIn(channel, text(args, 'timestamp'), 'bad_timestamp'), name };
}

function add(call: Call): Answer {
  const { channel, message, name } = target(call);
  const { user } = call.token;
  const there = message.reactions.find((reaction) => reaction.name === name);
  if (there?.users.includes(user) === true) throw new SlackError('already_reacted');
  if (there === undefined && message.reactions.length >= EMOJI_MAX) {
    throw new SlackError('too_many_emoji');
  }
  remember(call.world, channel, message);
  message.reactions =
    there === undefined
      ? [...message.reactions, { name, users: [user] }]
      : message.reactions.map((one) =>
          one === there ? { name, users: [...one.users, user] } : one,
        );
  return {};
}

function remove(call: Call): Answer {
  const { channel, message, name } = target(call);
  const { user } = call.token;
  const isMine = (one: Reaction) => one.name === name && one.users.includes(user);
  if (!message.reactions.some(isMine)) throw new SlackError('no_reaction');
  remember(call.world, channel, message);
  message.reactions = message.reactions
    .map((one) => (isMine(one) ? { name, users: one.users.filter((id) => id !== user) } : one))
    .filter(({ users }) => users.length > 0);
  return {};
}

function get(call: Call): Answer {
  if (text(call.args, 'channel') === null) throw new SlackError('no_item_specified');
  const channel = readableChannel(call);
  const message = messageIn(channel, text(call.args, 'timestamp'), 'bad_timestamp');
  const view = viewOf(call, channel);
  const permalink = permalinkOf(call.world, channel, message);
  return { type: 'message', channel: channel.id, message: { ...shown(view, message), permalink } };
}

export const reactionMethods: MethodTable = {
  'reactions.add': { scopes: REACTIONS_WRITE, run: add },
  'reactions.remove': { scopes: REACTIONS_WRITE, run: remove },
  'reactions.get': { scopes: REACTIONS_READ, run: get },
};
