import { z } from 'zod';
import { AFTER_ITEMS } from '../../domain/after-list.ts';
import { KEY_TIMES } from '../../domain/key-times.ts';

/** What the after-phase asks for. Done by itself as people fill it in. */
export const AfterListView = z.object({
  items: z.array(z.object({ item: z.enum(AFTER_ITEMS), done: z.boolean(), text: z.string() })),
  /** Key times to ask for with `incident.set-time`. */
  missingTimes: z.array(z.enum(KEY_TIMES)),
  /** For `incident.set-review`, and when to send the draft round; null until the incident is over. */
  proposed: z.object({ by: z.number(), shareBy: z.number() }).nullable(),
});

export type AfterListViewT = z.infer<typeof AfterListView>;
