import { z } from 'zod';
import { Incident } from '../fields.ts';

const Other = z.object({ incident: Incident, code: z.string(), name: z.string() });

/** What was like an incident before, as far as this desktop knows: nothing leaves it. */
export const LikeBeforeView = z.object({
  /** Past incidents like it, the most alike first, and why each is: `4 words in common: …`. */
  similar: z.array(
    Other.extend({
      severity: z.string(),
      status: z.string(),
      /** When it was declared, in ms since 1970. */
      at: z.number(),
      reasons: z.array(z.string()),
      /** There is a post-mortem to read. */
      hasPostMortem: z.boolean(),
    }),
  ),
  /** Contributing factors that several post-mortems name, this one's own first. */
  factors: z.array(
    z.object({
      text: z.string(),
      /** This post-mortem names it too. */
      isHere: z.boolean(),
      /** The others that name it, the latest first. */
      incidents: z.array(Other),
    }),
  ),
});
export type LikeBeforeViewT = z.infer<typeof LikeBeforeView>;
