import type { MethodTable } from './world.ts';

export const authMethods: MethodTable = {
  'auth.test': {
    scopes: [],
    run: ({ world, token }) => ({
      url: `https://${world.team.domain}.slack.com/`,
      team: world.team.name,
      user: world.users.get(token.user)?.name ?? token.user,
      team_id: world.team.id,
      user_id: token.user,
      ...(token.botId === null ? {} : { bot_id: token.botId }),
      is_enterprise_install: false,
    }),
  },
  'auth.revoke': {
    scopes: [],
    run: ({ token }) => {
      token.ended = 'token_revoked';
      return { revoked: true };
    },
  },
  'team.info': {
    scopes: ['team:read'],
    run: ({ world }) => ({
      team: { id: world.team.id, name: world.team.name, domain: world.team.domain },
    }),
  },
};
