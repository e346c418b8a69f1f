import { flag } from './arguments.ts';
import { endRefreshes } from './oauth-grants.ts';
import { NONE, TEAM_READ } from './scopes.ts';
import type { MethodTable, World } from './world.ts';

const urlOf = ({ team }: World) => `https://${team.domain}.slack.com/`;

export const authMethods: MethodTable = {
  'auth.test': {
    scopes: NONE,
    run: ({ world, token }) => ({
      url: urlOf(world),
      team: world.team.name,
      user: world.users.get(token.user)?.name ?? token.user,
      team_id: world.team.id,
      user_id: token.user,
      ...(token.botId === null ? {} : { bot_id: token.botId }),
      is_enterprise_install: false,
    }),
  },
  'auth.revoke': {
    scopes: NONE,
    run: ({ world, token, args }) => {
      if (flag(args, 'test')) return { revoked: false };
      token.ended = 'token_revoked';
      endRefreshes(world, token);
      return { revoked: true };
    },
  },
  'team.info': {
    scopes: TEAM_READ,
    run: ({ world }) => ({
      team: {
        id: world.team.id,
        name: world.team.name,
        domain: world.team.domain,
        url: urlOf(world),
        email_domain: '',
        icon: { image_default: true },
        avatar_base_url: 'https://ca.slack-edge.com/',
        is_verified: false,
      },
    }),
  },
};
