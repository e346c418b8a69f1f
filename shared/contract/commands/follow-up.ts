import { z } from 'zod';
import {
  DONE_WHEN_MAX,
  FOLLOW_UP_MAX,
  FOLLOW_UP_STATES,
  FOLLOW_UP_TYPES,
} from '../../domain/follow-up.ts';
import { Incident, limitedText, neededText, PersonRefField, Time, Ulid, Url } from '../fields.ts';
import { command, whetherDeleted } from './command.ts';

const FollowUp = { incident: Incident, followUp: Ulid };
const Text = neededText(FOLLOW_UP_MAX, 'Say what is to be done later.', 'A follow-up');
const Parts = {
  type: z.enum(FOLLOW_UP_TYPES, 'There is no such type of follow-up.').nullable().optional(),
  owner: PersonRefField.nullable().optional(),
  state: z.enum(FOLLOW_UP_STATES, 'A follow-up has no such state.').optional(),
  soakUntil: Time.nullable().optional(),
  due: Time.nullable().optional(),
  /** How we know that it is done. */
  doneWhen: limitedText(DONE_WHEN_MAX, 'This').optional(),
  issueUrl: Url.nullable().optional(),
};

export const followUpInputs = {
  'follow-up.add': command({ ...FollowUp, text: Text, ...Parts }),
  'follow-up.edit': command({ ...FollowUp, text: Text.optional(), ...Parts, ...whetherDeleted }),
} as const;
