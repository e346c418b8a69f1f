import type { Nudge } from '#shared/domain/nudge.ts';
import type { PersonRef } from '#shared/domain/person.ts';

type Given = Pick<Nudge, 'rule' | 'dueAt'> &
  Partial<Omit<Nudge, 'to'>> & { readonly to: Nudge['to'] };

/** A nudge whose due time is its occasion, and its age counted from then, unless told otherwise. */
export function nudge(given: Given): Nudge {
  return {
    subject: '',
    occasion: String(given.dueAt),
    since: given.dueAt,
    person: null,
    thing: '',
    canWait: false,
    ...given,
  };
}

/** To these, or to everybody where there is none of them. */
export function to(...people: readonly (PersonRef | null)[]): Nudge['to'] {
  const known = [...new Set(people.filter((person) => person !== null))];
  return known.length === 0 ? null : known;
}
