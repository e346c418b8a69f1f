import { z } from 'zod';
import { ACTION_STATUSES } from '../../domain/action.ts';
import { OUTCOMES } from '../../domain/outcome.ts';
import { ActionText, Incident, PersonRefField, Time, Ulid } from '../fields.ts';
import { command, whetherDeleted } from './command.ts';

const Action = { incident: Incident, action: Ulid };
const Owner = PersonRefField.nullable();
const Outcome = z.enum(OUTCOMES, 'There is no such outcome.');
const Times = { due: Time.nullable().optional(), checkAt: Time.nullable().optional() };

export const actionInputs = {
  'action.add': command({ ...Action, text: ActionText, owner: Owner.optional(), ...Times }),
  'action.assign': command({ ...Action, owner: Owner }),
  'action.complete': command({
    ...Action,
    done: z.boolean(),
    /** Did it work? Asked when it is done. Taken back when it is not done after all. */
    outcome: Outcome.optional(),
    /** When it was too early to say: when to ask again. */
    checkAt: Time.nullable().optional(),
  }),
  'action.set-status': command({
    ...Action,
    status: z.enum(ACTION_STATUSES, 'An action has no such status.'),
  }),
  'action.edit': command({
    ...Action,
    text: ActionText.optional(),
    ...Times,
    /** Did it work? Null takes the answer back. */
    outcome: Outcome.nullable().optional(),
    ...whetherDeleted,
  }),
} as const;
