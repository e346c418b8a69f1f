import { createHash } from 'node:crypto';
import { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, test } from 'vitest';
import { fetchInto } from './fetch.ts';
import { SMALL_TEAM } from './seed.ts';
import { ANA, clientOf, ONCE, refusal, type SmallTeam, smallTeam } from './testing/small-team.ts';

const CLIENT = '1111.2222';
const HOME = 'quarterdeck://oauth';
const LOCAL = 'http://localhost:47100/oauth/back';
const VERIFIER = 'a-verifier-of-a-length-that-the-standard-asks-for';
const challenge = createHash('sha256').update(VERIFIER).digest('base64url');
const HOUR = 3_600_000;

let team: SmallTeam;
let anonymous: WebClient;
beforeEach(() => {
  team = smallTeam();
  team.slack.signIn('ana');
  anonymous = new WebClient(undefined, { ...ONCE, fetch: fetchInto(team.slack) });
});

const ASKED = {
  client_id: CLIENT,
  user_scope: 'channels:history,chat:write',
  redirect_uri: HOME,
  state: 'abc',
  code_challenge: challenge,
  code_challenge_method: 'S256',
};

function visit(args: Record<string, string | undefined>, path = '/oauth/v2/authorize') {
  const given = Object.entries(args).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const address = `https://slack.com${path}?${new URLSearchParams(given)}`;
  return fetchInto(team.slack)(address, { redirect: 'manual' });
}

async function codeFor(args: Record<string, string | undefined> = {}, path?: string) {
  const answer = await visit({ ...ASKED, ...args }, path);
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

type Tokens = {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
};
const call = async (args: object, method = 'oauth.v2.access') =>
  Object(await anonymous.apiCall(method, { client_id: CLIENT, ...args }));
const exchange = async (code: string, args: object = {}) =>
  call({ code, code_verifier: VERIFIER, redirect_uri: HOME, ...args });
const refresh = async (refresh_token: string, args: object = {}): Promise<Tokens> =>
  call({ grant_type: 'refresh_token', refresh_token, ...args });
const first = async (): Promise<Tokens> => (await exchange(await codeFor())).authed_user;
const works = (token: string) => refusal(clientOf(team.slack, token).auth.test());

describe('letting an app in', () => {
  test('sends who is signed in back to the app, with a code and its state', async () => {
    const answer = await visit(ASKED);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toMatch(/^quarterdeck:\/\/oauth\?code=\S+&state=abc$/);
  });

  test('asks who one is when nobody is signed in, and leads on from there', async () => {
    team.slack.signIn(null);
    const page = await (await visit(ASKED)).text();
    expect(page).toContain('Quarterdeck asks to be let in');
    const links = [...page.matchAll(/href="([^"]+)">([^<]+)</g)].map(([, href = '', label]) => ({
      label,
      href: `https://slack.com${href.replaceAll('&amp;', '&')}`,
    }));
    expect(links.map(({ label }) => label)).toEqual(['Ana Lovelace', 'Ben Okri', 'Cancel']);
    const go = async (i: number) => {
      const answer = await fetchInto(team.slack)(links[i]?.href ?? '', { redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? '').searchParams;
    };
    const { authed_user } = await exchange((await go(0)).get('code') ?? '');
    expect(authed_user.id).toBe(ANA);
    expect(Object.fromEntries(await go(2))).toEqual({ error: 'access_denied', state: 'abc' });
  });

  test.each([
    [{ client_id: '9.9' }, 'invalid_client_id'],
    [{ redirect_uri: 'https://acme.test/' }, 'redirect_uri did not match'],
    [{ redirect_uri: 'http://localhost:47103/oauth' }, 'redirect_uri did not match'],
    [{ redirect_uri: 'http://localhost:47100/oauthed' }, 'redirect_uri did not match'],
    [{ redirect_uri: 'nowhere' }, 'redirect_uri did not match'],
    [{ scope: 'chat:write' }, 'desktop redirects cannot request bot scopes'],
    [{ scope: 'chat:write', redirect_uri: LOCAL }, 'desktop redirects cannot request bot scopes'],
    [{ user_scope: '' }, 'no_scopes'],
    [{ user_scope: 'admin<script>' }, 'invalid_scope: admin&lt;script&gt;'],
    [{ code_challenge_method: 'plain' }, 'must be S256'],
    [{ code_challenge_method: undefined }, 'must be S256'],
    [{ code_challenge: undefined }, 'code_challenge is missing'],
  ])('with %o is refused on the page, and nobody is sent anywhere', async (args, words) => {
    const answer = await visit({ ...ASKED, ...args });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
    expect(await answer.text()).toContain(words);
  });
});

describe('a code', () => {
  test('is exchanged without a secret for tokens that act for the person, as far as was asked', async () => {
    const answer = await exchange(await codeFor());
    expect(answer).toMatchObject({
      app_id: 'A0LOCAL0001',
      team: { id: 'T0ACME00001', name: 'Acme' },
      authed_user: {
        id: ANA,
        scope: 'channels:history,chat:write',
        token_type: 'user',
        access_token: expect.stringMatching(/^xoxe\.xoxp-/),
        refresh_token: expect.stringMatching(/^xoxe-/),
        expires_in: 43_200,
      },
    });
    expect(answer).not.toHaveProperty('access_token');
    const mine = clientOf(team.slack, answer.authed_user.access_token);
    expect(await refusal(mine.chat.postMessage({ channel: 'general', text: 'in' }))).toBe('ok');
    expect(await refusal(mine.users.list({}))).toBe('missing_scope');
  });

  test('works once, for ten minutes', async () => {
    const code = await codeFor();
    await exchange(code);
    expect(await refusal(exchange(code))).toBe('code_already_used');
    const old = await codeFor();
    team.clock.advance(10 * 60_000);
    expect(await refusal(exchange(old))).toBe('code_expired');
  });

  test.each([
    [{ code: 'made-up' }, 'invalid_code'],
    [{ client_id: '9.9' }, 'invalid_client_id'],
    [{ client_secret: 'guess' }, 'bad_client_secret'],
    [{ redirect_uri: LOCAL }, 'bad_redirect_uri'],
    [{ redirect_uri: undefined }, 'bad_redirect_uri'],
    [{ code_verifier: undefined }, 'invalid_code_verifier'],
    [{ code_verifier: 'short' }, 'invalid_code_verifier'],
    [{ code_verifier: `${VERIFIER}x` }, 'invalid_code_verifier'],
    [{ grant_type: 'password' }, 'invalid_grant_type'],
  ])('with %o is refused with %s, and stays good', async (args, error) => {
    const code = await codeFor();
    expect(await refusal(exchange(code, args))).toBe(error);
    expect(await refusal(exchange(code))).toBe('ok');
  });

  test('of the flow for people alone is exchanged at its own method, flat', async () => {
    const asked = { scope: 'chat:write', user_scope: undefined };
    const code = await codeFor(asked, '/oauth/v2_user/authorize');
    expect(await refusal(exchange(code))).toBe('oauth_authorization_url_mismatch');
    const args = { code, code_verifier: VERIFIER, redirect_uri: HOME };
    expect(await call(args, 'oauth.v2.user.access')).toMatchObject({
      user_id: ANA,
      scope: 'chat:write',
      access_token: expect.stringMatching(/^xoxe\.xoxp-/),
      expires_in: 43_200,
    });
  });
});

describe('an access token', () => {
  test('works for twelve hours', async () => {
    const { access_token } = await first();
    team.clock.advance(12 * HOUR - 1);
    expect(await works(access_token)).toBe('ok');
    team.clock.advance(1);
    expect(await works(access_token)).toBe('token_expired');
  });

  test('has one beside it at most: a third ends the oldest', async () => {
    const one = await first();
    const two = await refresh(one.refresh_token);
    expect([await works(one.access_token), await works(two.access_token)]).toEqual(['ok', 'ok']);
    const three = await refresh(two.refresh_token);
    expect(await works(one.access_token)).toBe('token_revoked');
    expect([await works(two.access_token), await works(three.access_token)]).toEqual(['ok', 'ok']);
  });

  test('that is revoked takes its refresh token with it', async () => {
    const { access_token, refresh_token } = await first();
    await clientOf(team.slack, access_token).auth.revoke();
    expect(await works(access_token)).toBe('token_revoked');
    expect(await refusal(refresh(refresh_token))).toBe('invalid_refresh_token');
  });
});

describe('a refresh token', () => {
  test('is answered flat, without a secret', async () => {
    const answer = await refresh((await first()).refresh_token);
    expect(answer).toMatchObject({
      access_token: expect.stringMatching(/^xoxe\.xoxp-/),
      refresh_token: expect.stringMatching(/^xoxe-/),
      expires_in: 43_200,
      token_type: 'user',
    });
    expect(answer).not.toHaveProperty('authed_user');
  });

  test('works once, and for a short while again, in case the answer was lost', async () => {
    const { refresh_token } = await first();
    team.slack.faults.add({ method: 'oauth.v2.access', kind: 'drop-after' });
    expect(await refusal(refresh(refresh_token))).toBe('slack_webapi_request_error');
    team.clock.advance(10_000);
    const second = await refresh(refresh_token);
    expect(await works(second.access_token)).toBe('ok');
    team.clock.advance(60_000);
    expect(await refusal(refresh(refresh_token))).toBe('invalid_refresh_token');
    expect(await refusal(refresh(second.refresh_token))).toBe('ok');
  });

  test('is good for thirty days', async () => {
    const { refresh_token } = await first();
    team.clock.advance(30 * 24 * HOUR - 1);
    const next = await refresh(refresh_token);
    team.clock.advance(30 * 24 * HOUR);
    expect(await refusal(refresh(next.refresh_token))).toBe('refresh_token_expired');
    expect(await refusal(refresh('xoxe-1-made-up'))).toBe('invalid_refresh_token');
  });
});

describe('an app with a secret', () => {
  const app = {
    app_id: 'A0WEB000001',
    client_id: '3.4',
    client_secret: 'secret',
    redirect_uris: ['https://acme.test/oauth'],
  };
  const redirect_uri = 'https://acme.test/oauth';
  const asked = {
    client_id: '3.4',
    redirect_uri: undefined,
    code_challenge: undefined,
    code_challenge_method: undefined,
  };
  const enter = (more: object) => {
    const seed = { slack: { ...SMALL_TEAM.slack, oauth_apps: [{ ...app, ...more }] } };
    team = smallTeam({ seed });
    team.slack.signIn('ana');
    anonymous = new WebClient(undefined, { ...ONCE, fetch: fetchInto(team.slack) });
  };

  test('shows it, and has a token that lasts unless it wants them to rotate', async () => {
    enter({});
    const code = await codeFor(asked);
    expect(await refusal(call({ client_id: '3.4', code }))).toBe('bad_client_secret');
    const { authed_user } = await call({ client_id: '3.4', client_secret: 'secret', code });
    expect(authed_user).not.toHaveProperty('refresh_token');
    expect(authed_user.access_token).toMatch(/^xoxp-/);
    team.clock.advance(365 * 24 * HOUR);
    expect(await works(authed_user.access_token)).toBe('ok');
  });

  test('may give it as a header, refreshes with it, and has refresh tokens that last', async () => {
    enter({ token_rotation_enabled: true });
    const headers = {
      authorization: `Basic ${Buffer.from('3.4:secret').toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    };
    const code = await codeFor({ ...asked, redirect_uri });
    const answer = await fetchInto(team.slack)('https://slack.com/api/oauth.v2.access', {
      method: 'POST',
      headers,
      body: new URLSearchParams({ code, redirect_uri }).toString(),
    });
    const { authed_user } = Object(await answer.json());
    const { refresh_token } = authed_user;
    team.clock.advance(60 * 24 * HOUR);
    expect(await refusal(refresh(refresh_token, { client_id: '3.4' }))).toBe('bad_client_secret');
    const rights = { client_id: '3.4', client_secret: 'secret' };
    expect(await works((await refresh(refresh_token, rights)).access_token)).toBe('ok');
  });
});
