import type { PersonRef } from './person.ts';
import { fromTo, type Words } from './words.ts';

/** The one role every incident has; other roles are added where needed. */
export const LEAD = 'lead';

const NAMES: Readonly<Record<string, string>> = { lead: 'Lead' };

/** Role names as people say them; one that a newer Quarterdeck knows is shown as it came. */
export function roleName(role: string): string {
  return NAMES[role] ?? role;
}

/** What an op did to a role. */
export type RoleChange = {
  readonly kind: 'role';
  readonly role: string;
  readonly from: PersonRef | null;
  readonly to: PersonRef | null;
};

export const roleWords: Words<RoleChange> = {
  role: {
    glyph: '◉',
    people: ({ from, to }) => [from, to],
    say: ({ role, from, to }, { nameOf }) =>
      to === null
        ? `${roleName(role)}: nobody`
        : fromTo(roleName(role), from === null ? null : nameOf(from), nameOf(to)),
  },
};
