import { shortHash } from '../base/short-hash.ts';
import { isSlackUser, type PersonRef } from './person.ts';
import type { Words } from './words.ts';

/** What stands behind `participant:`: one entity a person, on every desktop the same. */
export function participantKey(person: PersonRef): string {
  return isSlackUser(person) ? person : `n-${shortHash(person)}`;
}

/** Somebody was brought in by hand, or let go. */
export type ParticipantChange = {
  readonly kind: 'participant';
  readonly person: PersonRef | null;
  readonly present: boolean;
};

export const participantWords: Words<ParticipantChange> = {
  participant: {
    glyph: '◉',
    people: ({ person }) => [person],
    say: ({ person, present }, { nameOf }) => {
      const who = person === null ? 'Somebody' : nameOf(person);
      return present ? `${who} takes part` : `${who} is released`;
    },
  },
};
