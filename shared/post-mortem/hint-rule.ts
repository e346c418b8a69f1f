import { z } from 'zod';

/** Phrases that blame or stop inquiry, and what to ask instead. */
export const HintRuleSchema = z.strictObject({
  /** As people write them; `*` stands for the rest of a word, `X` for a word. */
  phrases: z.array(z.string().trim().min(2).max(60)).min(1).max(30),
  offer: z.string().trim().min(1, 'Say what to write instead.').max(200),
});
export type HintRule = z.infer<typeof HintRuleSchema>;
