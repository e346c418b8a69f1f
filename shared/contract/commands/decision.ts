import { z } from 'zod';
import {
  EXPECTED_MAX,
  OPTION_MAX,
  OPTIONS_MAX,
  QUESTION_MAX,
  REASON_MAX,
} from '../../domain/decision.ts';
import { OUTCOMES } from '../../domain/outcome.ts';
import { Incident, limitedText, neededText, Time, Ulid } from '../fields.ts';
import { command, whetherDeleted } from './command.ts';

const Decision = { incident: Incident, decision: Ulid };
const Question = neededText(QUESTION_MAX, 'Say what is to be decided.', 'A question');
const Parts = {
  options: z
    .array(neededText(OPTION_MAX, 'Say what the option is.', 'An option'))
    .max(OPTIONS_MAX, `A decision can have ${OPTIONS_MAX} options. Leave some out.`)
    .optional(),
  /** Empty while it is not decided. */
  choice: limitedText(OPTION_MAX, 'A choice').optional(),
  reason: limitedText(REASON_MAX, 'A reason').optional(),
  expected: limitedText(EXPECTED_MAX, 'An expected effect').optional(),
  expectedBy: Time.nullable().optional(),
};

export const decisionInputs = {
  'decision.add': command({ ...Decision, question: Question, ...Parts }),
  'decision.edit': command({
    ...Decision,
    question: Question.optional(),
    ...Parts,
    /** Did it work? Null takes the answer back. */
    outcome: z.enum(OUTCOMES, 'There is no such outcome.').nullable().optional(),
    ...whetherDeleted,
  }),
} as const;
