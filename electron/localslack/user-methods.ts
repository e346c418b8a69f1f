import { SlackError } from './answer.ts';
import { text } from './arguments.ts';
import type { User } from './model.ts';
import { page, type Walk } from './paging.ts';
import { USERS_READ } from './scopes.ts';
import type { MethodTable, World } from './world.ts';

/** A user as Slack describes them; of those who left little more than the name remains. */
function described(world: World, user: User): object {
  const common = {
    id: user.id,
    team_id: world.team.id,
    name: user.name,
    deleted: user.deleted,
    is_bot: user.isBot,
    is_app_user: false,
    updated: 0,
    profile: profileOf(world, user),
  };
  if (user.deleted) return common;
  return {
    ...common,
    color: '9f69e7',
    real_name: user.realName,
    tz: 'Etc/UTC',
    tz_label: 'Coordinated Universal Time',
    tz_offset: 0,
    is_admin: user.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_email_confirmed: !user.isBot,
    who_can_share_contact_card: 'EVERYONE',
  };
}

function profileOf(world: World, { realName, displayName }: User): object {
  const [first = '', ...rest] = realName.split(' ');
  return {
    title: '',
    phone: '',
    skype: '',
    real_name: realName,
    real_name_normalized: realName,
    display_name: displayName,
    display_name_normalized: displayName,
    first_name: first,
    last_name: rest.join(' '),
    status_text: '',
    status_emoji: '',
    status_expiration: 0,
    avatar_hash: '',
    team: world.team.id,
  };
}

type Placed = { readonly user: User; readonly place: string };
const WALK: Walk<Placed> = {
  prefix: 'user',
  keyOf: ({ place }) => place,
  rises: true,
  usual: 200,
  most: 1_000,
};

export const userMethods: MethodTable = {
  'users.list': {
    scopes: USERS_READ,
    run: ({ world, args }) => {
      const users = [...world.users.values()].map((user, i) => {
        return { user, place: String(i).padStart(9, '0') };
      });
      const { items, next } = page(users, args, WALK);
      return {
        members: items.map(({ user }) => described(world, user)),
        cache_ts: Math.floor(world.clock.now() / 1000),
        response_metadata: { next_cursor: next },
      };
    },
  },
  'users.info': {
    scopes: USERS_READ,
    required: ['user'],
    run: ({ world, args }) => {
      const user = world.users.get(text(args, 'user') ?? '');
      if (user === undefined) throw new SlackError('user_not_found');
      return { user: described(world, user) };
    },
  },
};
