import { openChannel, readableChannel } from './access.ts';
import { type Answer, SlackError } from './answer.ts';
import { text } from './arguments.ts';
import { newId } from './chance.ts';
import type { Bookmark, Channel } from './model.ts';
import { seconds } from './moment.ts';
import { BOOKMARKS_READ, BOOKMARKS_WRITE } from './scopes.ts';
import type { Call, MethodTable } from './world.ts';

const BOOKMARKS_MAX = 100;

function described({ world }: Call, channel: Channel, bookmark: Bookmark, rank: number): object {
  return {
    id: bookmark.id,
    channel_id: channel.id,
    title: bookmark.title,
    link: bookmark.link,
    emoji: bookmark.emoji,
    icon_url: null,
    entity_id: null,
    type: 'link',
    date_created: bookmark.created,
    date_updated: 0,
    // Slack's ranks sort as text.
    rank: String(rank).padStart(4, '0'),
    last_updated_by_user_id: bookmark.user,
    last_updated_by_team_id: world.team.id,
    shortcut_id: null,
    app_id: null,
    app_action_id: null,
  };
}

/** Links only: files and folders are no part of this workspace. */
function add(call: Call): Answer {
  const { args, world } = call;
  if (text(args, 'type') !== 'link') throw new SlackError('invalid_bookmark_type');
  const link = text(args, 'link') ?? '';
  if (!/^https?:\/\//.test(link)) throw new SlackError('invalid_link');
  const emoji = text(args, 'emoji') ?? '';
  if (!/^(:[^:\s]+:)?$/.test(emoji)) throw new SlackError('invalid_emoji');
  const channel = openChannel(call, 'channel_id');
  if (channel.bookmarks.length >= BOOKMARKS_MAX) throw new SlackError('too_many_bookmarks');
  const bookmark: Bookmark = {
    id: newId(world, 'Bk'),
    title: text(args, 'title') ?? '',
    link,
    emoji,
    user: call.token.user,
    created: seconds(world),
  };
  channel.bookmarks = [...channel.bookmarks, bookmark];
  return { bookmark: described(call, channel, bookmark, channel.bookmarks.length) };
}

function list(call: Call): Answer {
  const channel = readableChannel(call, 'channel_id');
  return { bookmarks: channel.bookmarks.map((one, i) => described(call, channel, one, i + 1)) };
}

export const bookmarkMethods: MethodTable = {
  'bookmarks.add': {
    scopes: BOOKMARKS_WRITE,
    required: ['channel_id', 'title', 'type'],
    run: add,
  },
  'bookmarks.list': { scopes: BOOKMARKS_READ, required: ['channel_id'], run: list },
};
