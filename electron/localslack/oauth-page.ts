import { newSecret } from './chance.ts';
import type { User } from './model.ts';
import { isCustomScheme, isDesktop, mayReturnTo } from './oauth-apps.ts';
import type { App } from './oauth-model.ts';
import { page } from './outcome.ts';
import type { Reply } from './reply.ts';
import type { WireRequest } from './request.ts';
import { USER_SCOPES } from './scopes.ts';
import type { World } from './world.ts';

/** What an app asks a person for. */
type Asked = {
  readonly app: App;
  readonly redirectUri: string;
  readonly wasNamed: boolean;
  readonly scopes: readonly string[];
  readonly challenge: string | null;
  readonly isUserFlow: boolean;
};

/**
 * The page where a person lets an app in: `/oauth/v2/authorize`, and `/oauth/v2_user/authorize` whose
 * `scope` means the person's. Whoever is signed in goes back to the app at once; else the page asks who
 * they are. What is wrong is told on the page and to nobody else.
 */
export function authorize(world: World, request: WireRequest): Reply {
  const asked = askedFor(world, request);
  if (typeof asked === 'string')
    return page(400, {}, framed(`<p>Something went wrong: ${asked}</p>`));
  const named = request.query.get('as');
  if (named === '') return backTo(asked, request, { error: 'access_denied' });
  const people = [...world.users.values()].filter(
    ({ id, isBot, deleted }) => !isBot && !deleted && id !== 'USLACKBOT',
  );
  const [only] = people.length === 1 ? people : [];
  const wanted = named ?? world.signedIn.user;
  const user = people.find(({ id, name }) => id === wanted || name === wanted) ?? only;
  if (user === undefined) return whoAreYou(asked, request, people);
  const code = `${world.team.id}.${newSecret(world)}`;
  world.codes.set(code, {
    ...asked,
    user: user.id,
    rotates: asked.app.rotation || isCustomScheme(asked.redirectUri),
    isDesktop: isDesktop(asked.app, asked.redirectUri),
    madeAt: world.clock.now(),
    used: false,
  });
  return backTo(asked, request, { code });
}

/** What a request asks for, or what is wrong with it in Slack's words where it has some. */
function askedFor(world: World, { path, query }: WireRequest): Asked | string {
  const app = world.apps.get(query.get('client_id') ?? '');
  if (app === undefined) return 'invalid_client_id';
  const given = query.get('redirect_uri');
  const redirectUri = given ?? app.redirectUris[0] ?? '';
  if (!mayReturnTo(app, redirectUri)) return 'redirect_uri did not match any configured URIs';
  const isUserFlow = path.startsWith('/oauth/v2_user/');
  const listOf = (name: string) =>
    (query.get(name) ?? '').split(/[ ,]+/).filter((one) => one !== '');
  const botScopes = isUserFlow ? [] : listOf('scope');
  const scopes = listOf(isUserFlow ? 'scope' : 'user_scope');
  if (botScopes.length > 0) {
    return isDesktop(app, redirectUri)
      ? 'desktop redirects cannot request bot scopes'
      : 'this local Slack installs no bots';
  }
  const strange = scopes.find((scope) => !USER_SCOPES.includes(scope));
  if (scopes.length === 0) return 'no_scopes';
  if (strange !== undefined) return `invalid_scope: ${escaped(strange)}`;
  const challenge = query.get('code_challenge');
  const method = query.get('code_challenge_method');
  if (challenge !== null && method !== 'S256') return 'code_challenge_method must be S256';
  if (challenge !== null && !app.pkce) return 'PKCE is not enabled for this app';
  if (challenge === null && isCustomScheme(redirectUri)) return 'code_challenge is missing';
  return { app, redirectUri, wasNamed: given !== null, scopes, challenge, isUserFlow };
}

function backTo({ redirectUri }: Asked, { query }: WireRequest, told: object): Reply {
  const location = new URL(redirectUri);
  for (const [name, value] of Object.entries(told)) location.searchParams.set(name, value);
  const state = query.get('state');
  if (state !== null) location.searchParams.set('state', state);
  return page(302, { location: location.href }, '');
}

/** A page with a link for each person, and one for nobody. */
function whoAreYou(asked: Asked, { path, query }: WireRequest, people: readonly User[]): Reply {
  const link = (as: string, label: string) => {
    const next = new URLSearchParams(query);
    next.set('as', as);
    return `<li><a href="${escaped(`${path}?${next}`)}">${escaped(label)}</a></li>`;
  };
  const rows = [...people.map(({ id, realName }) => link(id, realName)), link('', 'Cancel')];
  return page(
    200,
    {},
    framed(`<h1>${escaped(asked.app.name)} asks to be let in</h1>
<p>It would have: ${asked.scopes.map(escaped).join(', ')}</p>
<p>Who are you?</p>
<ul>${rows.join('')}</ul>`),
  );
}

const framed = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Sign in | Slack</title>\n${body}\n`;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
