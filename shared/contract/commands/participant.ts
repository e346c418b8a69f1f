import { z } from 'zod';
import { Incident, PersonRefField } from '../fields.ts';
import { command } from './command.ts';

export const participantInputs = {
  /** Brings somebody in by hand, or lets them go. Who does something takes part by that. */
  'participant.set': command({
    incident: Incident,
    person: PersonRefField,
    present: z.boolean(),
  }),
} as const;
