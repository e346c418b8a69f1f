import { z } from 'zod';
import {
  FIELD_NAME_MAX,
  FIELD_OPTION_MAX,
  FIELD_OPTIONS_MAX,
  FIELD_TEXT_MAX,
  FIELD_TYPES,
} from '../../domain/custom-field.ts';
import { Incident, limitedText, neededText, Ulid } from '../fields.ts';
import { command } from './command.ts';

const Field = { field: Ulid };
const Option = neededText(FIELD_OPTION_MAX, 'Name the option.', 'An option');

export const fieldInputs = {
  /** Adds a field for all incidents, or changes its name and options. Its type stays. */
  'field.define': command({
    ...Field,
    name: neededText(FIELD_NAME_MAX, 'Name the field.', 'A field’s name'),
    type: z.enum(FIELD_TYPES, 'There is no such type of field.'),
    /** What can be chosen; for a `select` alone. */
    options: z
      .array(Option)
      .max(FIELD_OPTIONS_MAX, `A field can have ${FIELD_OPTIONS_MAX} options. Leave some out.`),
  }),
  /** A retired field is offered no more. Incidents that have a value keep it. */
  'field.retire': command({ ...Field, retired: z.boolean() }),
  /** Null or an empty text takes the value back. */
  'field.set': command({
    ...Field,
    incident: Incident,
    value: z.union([z.number(), limitedText(FIELD_TEXT_MAX, 'This')]).nullable(),
  }),
} as const;
