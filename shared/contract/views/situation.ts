import { z } from 'zod';
import { PersonView } from './person.ts';

/** The size-up. Empty fields are what to ask for. Times are ms since 1970. */
export const SituationView = z.object({
  symptoms: z.string(),
  scope: z.string(),
  /** `escalating`, `flapping`, `static` or `easing`; a newer one stands as it came. */
  trend: z.string().nullable(),
  /** Since when: the key time `began`. */
  since: z.number().nullable(),
});

/** What Monitoring watches before it counts as over. */
export const SoakView = z.object({
  until: z.number(),
  watchFor: z.string(),
  watcher: PersonView.nullable(),
});

/** A slower cadence for both clocks. */
export const LongIncidentView = z.object({
  /** Minutes between updates since somebody chose so; null: the severity's own. */
  every: z.number().nullable(),
  /** From when on it can be chosen, and when it is worth offering. */
  possibleAt: z.number(),
  offerAt: z.number(),
});

export const ReviewView = z.object({
  owner: PersonView.nullable(),
  by: z.number().nullable(),
  /** `draft`, `in-review`, `reviewed` or `closed`; null while nobody began. */
  state: z.string().nullable(),
});

export type SituationViewT = z.infer<typeof SituationView>;
export type SoakViewT = z.infer<typeof SoakView>;
export type LongIncidentViewT = z.infer<typeof LongIncidentView>;
export type ReviewViewT = z.infer<typeof ReviewView>;
