import { z } from 'zod';
import { NUDGE_RULES } from '../../domain/nudge.ts';
import { Incident } from '../fields.ts';
import { PersonView } from './person.ts';

/** A reminder that is due. It goes by itself when what it asks for was done. */
export const NudgeView = z.object({
  incident: Incident,
  code: z.string(),
  rule: z.enum(NUDGE_RULES),
  /** With `incident` and `rule` what it is about: an id, an audience, or empty. */
  subject: z.string(),
  /** Names its due time: with the three above, the key of one telling. */
  occasion: z.string(),
  dueAt: z.number(),
  /** From when its age counts. `nudgeSentence` (shared/domain/nudge.ts) makes `text` anew from it. */
  since: z.number(),
  person: PersonView.nullable(),
  /** The action, the decision, the audience; empty where the rule says it. */
  thing: z.string(),
  /** The sentence as of the answer, without the incident's code. */
  text: z.string(),
  /** What one press opens: a command of the contract, for `subject`, and the words on the button. */
  answer: z.object({ command: z.string(), label: z.string() }),
});

export type NudgeViewT = z.infer<typeof NudgeView>;
