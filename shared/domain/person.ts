/**
 * Who did something: a Slack user id (`U0ANA`), or `name:Ana` for someone whose desktop was not
 * connected to Slack. The prefix keeps a person who is called "UMA" from being taken for an id.
 */
export type PersonRef = string;

/** A person as a screen shows them. */
export type Person = { readonly ref: PersonRef; readonly name: string };

const NAME_PREFIX = 'name:';
const SLACK_USER = /^[UW][A-Z0-9]{2,30}$/;

export function namedPerson(name: string): PersonRef {
  return NAME_PREFIX + name;
}

export function isSlackUser(ref: PersonRef): boolean {
  return SLACK_USER.test(ref);
}

/** The best name to be had without a lookup: the name itself, or the id as it is. */
export function bareName(ref: PersonRef): string {
  return ref.startsWith(NAME_PREFIX) ? ref.slice(NAME_PREFIX.length) : ref;
}
