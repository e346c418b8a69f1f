import { z } from 'zod';

/** A rule of blameless writing, as it holds on this desktop. */
export const HintRuleView = z.object({
  id: z.string(),
  /** `*` stands for the rest of a word, `X` for a word, `NAME` for a person's name. */
  phrases: z.array(z.string()),
  /** What to ask, or to write, instead. */
  offer: z.string(),
  /** One that is off is kept, and looked for nowhere. */
  isOn: z.boolean(),
  /** It comes with Quarterdeck; any other one is this desktop's own. */
  isBuiltIn: z.boolean(),
  /** It is not as it comes: a reset brings that back. */
  isChanged: z.boolean(),
});

/** What a post-mortem can begin as, on this desktop. */
export const TemplateView = z.object({
  id: z.string(),
  name: z.string(),
  /** Its sections as people write them, a line each: see `readTemplate`. */
  text: z.string(),
  isBuiltIn: z.boolean(),
  isChanged: z.boolean(),
});

export type HintRuleViewT = z.infer<typeof HintRuleView>;
export type TemplateViewT = z.infer<typeof TemplateView>;
