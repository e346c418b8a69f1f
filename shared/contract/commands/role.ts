import { z } from 'zod';
import { BRIEF_MAX } from '../../domain/handover.ts';
import { ROLE_KEY, ROLE_NAME_MAX } from '../../domain/role.ts';
import { Incident, limitedText, neededText, PersonRefField, Ulid } from '../fields.ts';
import { command, whetherDeleted } from './command.ts';

/** `lead`, another role that comes with Quarterdeck, or an id of its own. */
const Role = z.string().regex(ROLE_KEY, 'There is no such role.');
const Named = neededText(ROLE_NAME_MAX, 'Name the role.', 'A role’s name');
const Handover = { incident: Incident, handover: Ulid };

export const roleInputs = {
  'role.assign': command({
    incident: Incident,
    role: Role,
    person: PersonRefField.nullable(),
  }),
  /** Gives the incident a role under a name of its own. */
  'role.add': command({
    incident: Incident,
    role: Ulid,
    name: Named,
    person: PersonRefField.nullable().optional(),
  }),
  'role.edit': command({
    incident: Incident,
    role: Role,
    name: Named.optional(),
    ...whetherDeleted,
  }),
  /** Offers a role that I, or whoever holds it, can no longer carry. It changes hands when accepted. */
  'handover.offer': command({
    ...Handover,
    role: Role,
    to: PersonRefField,
    brief: limitedText(BRIEF_MAX, 'A brief'),
  }),
  /** The receiver's answer. */
  'handover.accept': command(Handover),
  'handover.decline': command(Handover),
  'handover.withdraw': command(Handover),
} as const;
