/** What a `quarterdeck://` link asks for: to see an incident, or to have a declaration filled in. */
export type DeepLink =
  | { readonly kind: 'incident'; readonly said: string }
  | { readonly kind: 'declare'; readonly name: string };

export const LINK_SCHEME = 'quarterdeck';
/** As for links that go out. Whatever is longer was not made by a person. */
const LONGEST = 2_048;
const NAME_LONGEST = 150;
const INCIDENT = /^(INC-[0-9A-Z]{4,6}|[0-7][0-9A-HJKMNP-TV-Z]{25})$/i;

/**
 * Reads a link that anybody may have made: a web page, a mail. It can ask for nothing but these two,
 * and nothing is declared until a person confirms. Null for everything else.
 */
export function parseDeepLink(text: string): DeepLink | null {
  if (text.length > LONGEST || !URL.canParse(text)) return null;
  const { protocol, host, pathname, searchParams, username, password } = new URL(text);
  if (protocol !== `${LINK_SCHEME}:` || username !== '' || password !== '') return null;
  if (host === 'incident') {
    const said = pathname.slice(1);
    return INCIDENT.test(said) ? { kind: 'incident', said: said.toUpperCase() } : null;
  }
  const isDeclaration = host === 'declare' && (pathname === '' || pathname === '/');
  return isDeclaration ? { kind: 'declare', name: plain(searchParams.get('name') ?? '') } : null;
}

/** The link among a start's arguments: the last one, as systems hand it over. */
export function linkIn(argv: readonly string[]): DeepLink | null {
  const links = argv.filter((argument) => argument.startsWith(`${LINK_SCHEME}:`));
  return parseDeepLink(links.at(-1) ?? '');
}

/** One line without controls: a name cannot hide what it says. */
function plain(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, NAME_LONGEST)
    .toWellFormed();
}
