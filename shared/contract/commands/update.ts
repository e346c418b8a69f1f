import { z } from 'zod';
import { AUDIENCES, UPDATE_FORMS, UPDATE_PART_MAX } from '../../domain/update.ts';
import { Incident, limitedText, Time, Ulid } from '../fields.ts';
import { command, whetherDeleted } from './command.ts';

const Update = { incident: Incident, update: Ulid };
const part = (what: string) => limitedText(UPDATE_PART_MAX, what).optional();
const Parts = {
  conditions: part('Conditions'),
  actions: part('Actions'),
  needs: part('Needs'),
  /** When the next one comes at the latest; null: none is promised. */
  nextBy: Time.nullable().optional(),
};

export const updateInputs = {
  'update.add': command({
    ...Update,
    audience: z.enum(AUDIENCES, 'Say whom the update is for.'),
    form: z.enum(UPDATE_FORMS, 'There is no such form of update.'),
    ...Parts,
  }),
  'update.edit': command({ ...Update, ...Parts, ...whetherDeleted }),
} as const;
