import type { PersonRef } from './person.ts';
import { fromTo, type Words } from './words.ts';

/** The one role every incident has; other roles are added where needed. */
export const LEAD = 'lead';

/** Roles that come with Quarterdeck, in the order in which they are offered. */
export const KNOWN_ROLES = ['lead', 'deputy', 'scribe', 'comms'] as const;

/** Roles that have a name without anybody naming them. */
const NAMES: Readonly<Record<string, string>> = {
  lead: 'Lead',
  deputy: 'Deputy',
  scribe: 'Scribe',
  comms: 'Comms',
};

export const ROLE_NAME_MAX = 60;
/** What stands behind `role:` in an entity. */
export const ROLE_KEY = /^[A-Za-z0-9_-]{1,40}$/;

/**
 * Role names as people say them; one that a newer Quarterdeck knows is shown as it came.
 * @param named the name somebody gave it in this incident
 */
export function roleName(role: string, named: string | null = null): string {
  return named ?? (Object.hasOwn(NAMES, role) ? (NAMES[role] ?? role) : role);
}

/** What an op did to a role. `name` is the one somebody gave it, where it has one. */
export type RoleChange =
  | {
      readonly kind: 'role';
      readonly role: string;
      readonly name: string | null;
      readonly from: PersonRef | null;
      readonly to: PersonRef | null;
    }
  | {
      readonly kind: 'role-named';
      readonly role: string;
      readonly from: string | null;
      readonly to: string;
    }
  | { readonly kind: 'role-removed'; readonly role: string; readonly name: string | null }
  | { readonly kind: 'role-restored'; readonly role: string; readonly name: string | null };

export const roleWords: Words<RoleChange> = {
  role: {
    glyph: '◉',
    people: ({ from, to }) => [from, to],
    say: ({ role, name, from, to }, { nameOf }) =>
      to === null
        ? `${roleName(role, name)}: nobody`
        : fromTo(roleName(role, name), from === null ? null : nameOf(from), nameOf(to)),
  },
  'role-named': { glyph: '◉', say: ({ from, to }) => fromTo('Role', from, to) },
  'role-removed': {
    glyph: '◉',
    say: ({ role, name }) => `Role no longer needed: ${roleName(role, name)}`,
  },
  'role-restored': {
    glyph: '◉',
    say: ({ role, name }) => `Role needed again: ${roleName(role, name)}`,
  },
};
