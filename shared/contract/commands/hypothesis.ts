import { z } from 'zod';
import { EVIDENCE_MAX, HYPOTHESIS_MAX, HYPOTHESIS_STATES } from '../../domain/hypothesis.ts';
import { Incident, limitedText, neededText, Ulid } from '../fields.ts';
import { command, whetherDeleted } from './command.ts';

const Hypothesis = { incident: Incident, hypothesis: Ulid };
const Text = neededText(HYPOTHESIS_MAX, 'Say what may be behind it.', 'A hypothesis');
const Evidence = limitedText(EVIDENCE_MAX, 'Evidence').optional();

export const hypothesisInputs = {
  'hypothesis.add': command({ ...Hypothesis, text: Text, evidence: Evidence }),
  'hypothesis.edit': command({
    ...Hypothesis,
    text: Text.optional(),
    state: z.enum(HYPOTHESIS_STATES, 'A hypothesis has no such state.').optional(),
    evidence: Evidence,
    ...whetherDeleted,
  }),
} as const;
