import { SlackError } from './answer.ts';
import { text } from './arguments.ts';
import type { User } from './model.ts';
import { page } from './paging.ts';
import type { MethodTable, World } from './world.ts';

/** A user as Slack describes them, as far as it matters here. */
function described(world: World, user: User): object {
  return {
    id: user.id,
    team_id: world.team.id,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    is_bot: user.isBot,
    is_app_user: false,
    updated: 0,
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.displayName,
      display_name_normalized: user.displayName,
      team: world.team.id,
    },
  };
}

export const userMethods: MethodTable = {
  'users.list': {
    scopes: ['users:read'],
    run: ({ world, args }) => {
      const users = [...world.users.values()];
      const { items, next } = page(users, args, { usual: 200, most: 1_000 }, (user) => user.id);
      return {
        members: items.map((user) => described(world, user)),
        cache_ts: Math.floor(world.clock.now() / 1000),
        response_metadata: { next_cursor: next },
      };
    },
  },
  'users.info': {
    scopes: ['users:read'],
    run: ({ world, args }) => {
      const user = world.users.get(text(args, 'user') ?? '');
      if (user === undefined) throw new SlackError('user_not_found');
      return { user: described(world, user) };
    },
  },
};
