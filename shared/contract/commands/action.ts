import { z } from 'zod';
import { ActionText, Incident, PersonRefField, Ulid } from '../fields.ts';
import { command } from './command.ts';

const Action = { incident: Incident, action: Ulid };

export const actionInputs = {
  'action.add': command({
    ...Action,
    text: ActionText,
    owner: PersonRefField.nullable().optional(),
  }),
  'action.assign': command({ ...Action, owner: PersonRefField.nullable() }),
  'action.complete': command({ ...Action, done: z.boolean() }),
} as const;
