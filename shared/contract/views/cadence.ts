import { z } from 'zod';
import { EVERY_MAX, EVERY_MIN, FIRST_MIN } from '../../domain/cadence.ts';

const FIRST_WORDS = `Choose between ${FIRST_MIN} minute and a day.`;
const EVERY_WORDS = `Leave at least ${EVERY_MIN} minutes between two updates, and at most a day.`;

/** Minutes to the first update, to the scope that follows it, and between any later two. */
export const RhythmView = z.strictObject({
  first: z.int().min(FIRST_MIN, FIRST_WORDS).max(EVERY_MAX, FIRST_WORDS),
  /** Null where the first one is like any other. */
  scope: z.int().min(FIRST_MIN, FIRST_WORDS).max(EVERY_MAX, FIRST_WORDS).nullable(),
  every: z.int().min(EVERY_MIN, EVERY_WORDS).max(EVERY_MAX, EVERY_WORDS),
});

/** A severity's two clocks. Null: this audience is told only when somebody chooses to. */
export const CadenceView = z.object({
  severity: z.string(),
  internal: RhythmView.nullable(),
  external: RhythmView.nullable(),
});

export type CadenceViewT = z.infer<typeof CadenceView>;
