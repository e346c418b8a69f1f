import type { PersonViewT } from '#shared/contract/views.ts';
import { PersonDisc } from '../ui/person.tsx';
import type { Choice } from '../ui/picker.tsx';

/** No person's ref: those start with `U`, `W` or `name:`. */
const NOBODY = 'nobody';

/** The people of a picker, and nobody. */
export function peopleChoices(people: readonly PersonViewT[], me: string | null): Choice[] {
  const choices = people.map((person) => ({
    key: person.ref,
    name: person.ref === me ? `${person.name} (me)` : person.name,
    mark: <PersonDisc name={person.name} />,
  }));
  return [...choices, { key: NOBODY, name: 'Nobody' }];
}

export const chosenKey = (person: PersonViewT | null): string => person?.ref ?? NOBODY;

export const chosenRef = (key: string): string | null => (key === NOBODY ? null : key);
