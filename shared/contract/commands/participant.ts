import { z } from 'zod';
import { Incident, PersonRefField, Ulid } from '../fields.ts';
import { command } from './command.ts';

export const participantInputs = {
  /** Brings somebody in by hand, or lets them go. Who does something takes part by that. */
  'participant.set': command({
    incident: Incident,
    person: PersonRefField,
    present: z.boolean(),
  }),
  /**
   * Lets everybody go but those named and the lead, and says so in the timeline and the channel.
   * `entry` is the id of the note that says it.
   */
  'participant.release': command({
    incident: Incident,
    stay: z.array(PersonRefField).max(200),
    entry: Ulid,
  }),
} as const;
