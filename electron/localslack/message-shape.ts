import { describedFile } from './file-shape.ts';
import { messageAt } from './message-log.ts';
import type { Channel, Message } from './model.ts';
import { type Sight, sightOf } from './past.ts';
import type { Call, World } from './world.ts';

/** What a reader sees of a channel's messages, and how much of each. */
export type View = {
  readonly world: World;
  /** Where files are fetched from. */
  readonly origin: string;
  readonly channel: Channel;
  readonly sight: Pick<Sight, 'repliesTo'>;
  /** `include_all_metadata`. */
  readonly wholeMetadata: boolean;
};

/** Messages as they are now, when nothing else is said. */
export function viewOf(
  { world, origin }: Call,
  channel: Channel,
  sight: View['sight'] = sightOf(channel, Number.POSITIVE_INFINITY),
  wholeMetadata = false,
): View {
  return { world, origin, channel, sight, wholeMetadata };
}

/** A message as Slack shows it; a thread's root tells about its replies. */
export function shown(view: View, message: Message): object {
  if (message.tombstone) return tombstone(view, message);
  return {
    type: 'message',
    ts: message.ts,
    user: message.user,
    text: message.text,
    ...(message.subtype === null ? { team: view.world.team.id } : { subtype: message.subtype }),
    ...message.extra,
    ...authorOf(view.world, message),
    ...(message.blocks === null ? {} : { blocks: message.blocks }),
    ...(message.edited === null ? {} : { edited: message.edited }),
    ...(message.metadata === null ? {} : { metadata: metadataOf(view, message.metadata) }),
    ...filesOf(view, message),
    ...reactionsOf(message),
    ...pinnedTo(view.channel, message),
    ...threadOf(view, message),
  };
}

/** @see docs.slack.dev/reference/events/message: what is left of a root that had replies */
function tombstone(view: View, message: Message): object {
  return {
    type: 'message',
    subtype: 'tombstone',
    user: 'USLACKBOT',
    text: 'This message was deleted.',
    hidden: true,
    ts: message.ts,
    ...threadOf(view, message),
  };
}

/** Without `include_all_metadata`, readers learn the type alone. */
const metadataOf = (view: View, metadata: { readonly event_type: string }): object =>
  view.wholeMetadata ? metadata : { event_type: metadata.event_type };

function authorOf(world: World, message: Message): object {
  if (message.clientMsgId !== null) return { client_msg_id: message.clientMsgId };
  if (message.botId === null) return {};
  const profile = {
    id: message.botId,
    app_id: message.app,
    user_id: message.user,
    name: world.users.get(message.user)?.realName ?? '',
    deleted: false,
    updated: 0,
    team_id: world.team.id,
  };
  return { bot_id: message.botId, app_id: message.app, bot_profile: profile };
}

function filesOf(view: View, { fileIds }: Message): object {
  if (fileIds.length === 0) return {};
  const files = fileIds.flatMap((id) => view.world.files.get(id) ?? []);
  return {
    files: files.map((file) => describedFile(view, file)),
    upload: true,
    display_as_bot: false,
  };
}

function reactionsOf({ reactions }: Message): object {
  if (reactions.length === 0) return {};
  return {
    reactions: reactions.map((reaction) => ({ ...reaction, count: reaction.users.length })),
  };
}

function pinnedTo(channel: Channel, message: Message): object {
  return channel.pins.some(({ ts }) => ts === message.ts) ? { pinned_to: [channel.id] } : {};
}

function threadOf(view: View, message: Message): object {
  if (message.threadTs !== null) return replyOf(view, message, message.threadTs);
  const replies = view.sight.repliesTo(message.ts);
  const last = replies.at(-1);
  if (last === undefined) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: last.ts,
    is_locked: false,
    subscribed: false,
  };
}

function replyOf(view: View, message: Message, threadTs: string): object {
  const root = messageAt(view.channel, threadTs);
  const broadcast = message.subtype === 'thread_broadcast' && root !== undefined;
  return {
    thread_ts: threadTs,
    ...(root === undefined ? {} : { parent_user_id: root.user }),
    ...(broadcast ? { root: shown({ ...view, wholeMetadata: false }, root) } : {}),
  };
}
