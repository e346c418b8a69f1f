import { z } from 'zod';
import {
  ActionText,
  Incident,
  Name,
  NoteText,
  PersonRefField,
  SeverityField,
  StatusField,
  Ulid,
} from './fields.ts';

const Done = z.object({});

/** Everything that changes something. A command has answered only when its effect is on disk. */
export const commands = {
  'incident.declare': {
    input: z.strictObject({
      incident: Incident,
      name: Name,
      severity: SeverityField.optional(),
      private: z.boolean().optional(),
      /** Absent: the person at this desktop. Null: nobody yet. */
      lead: PersonRefField.nullable().optional(),
    }),
    output: z.object({ incident: Incident, code: z.string() }),
  },
  'incident.rename': { input: z.strictObject({ incident: Incident, name: Name }), output: Done },
  'incident.set-severity': {
    input: z.strictObject({ incident: Incident, severity: SeverityField }),
    output: Done,
  },
  'incident.set-status': {
    input: z.strictObject({ incident: Incident, status: StatusField }),
    output: Done,
  },
  'role.assign': {
    input: z.strictObject({
      incident: Incident,
      role: z.enum(['lead']),
      person: PersonRefField.nullable(),
    }),
    output: Done,
  },
  'note.add': {
    input: z.strictObject({ incident: Incident, entry: Ulid, text: NoteText }),
    output: Done,
  },
  'action.add': {
    input: z.strictObject({
      incident: Incident,
      action: Ulid,
      text: ActionText,
      owner: PersonRefField.nullable().optional(),
    }),
    output: Done,
  },
  'action.assign': {
    input: z.strictObject({ incident: Incident, action: Ulid, owner: PersonRefField.nullable() }),
    output: Done,
  },
  'action.complete': {
    input: z.strictObject({ incident: Incident, action: Ulid, done: z.boolean() }),
    output: Done,
  },
  'slack.connect': { input: z.strictObject({ token: z.string().max(1_000) }), output: Done },
  'slack.disconnect': { input: z.strictObject({}), output: Done },
  /** Tries at once what waits: after a person has mended what was in the way. */
  'sync.retry': { input: z.strictObject({ incident: Incident.optional() }), output: Done },
  'me.rename': {
    input: z.strictObject({
      name: z
        .string()
        .trim()
        .min(1, 'Enter your name.')
        .max(80, 'Shorten your name to 80 characters.'),
    }),
    output: Done,
  },
} as const;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandInput<N extends CommandName> = z.input<Commands[N]['input']>;
export type CommandOutput<N extends CommandName> = z.output<Commands[N]['output']>;
