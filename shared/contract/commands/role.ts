import { z } from 'zod';
import { Incident, PersonRefField } from '../fields.ts';
import { command } from './command.ts';

export const roleInputs = {
  'role.assign': command({
    incident: Incident,
    role: z.enum(['lead']),
    person: PersonRefField.nullable(),
  }),
} as const;
