import { z } from 'zod';
import { Incident } from './fields.ts';
import { NewsView } from './views/news.ts';
import { NudgeView } from './views/nudge.ts';

/** Says which view is out of date; whoever shows it asks again. Repeats are harmless. */
export const EventSchema = z.discriminatedUnion('view', [
  z.object({ view: z.literal('desk') }),
  /** The incident's page: its header, actions and timeline. */
  z.object({ view: z.literal('incident'), incident: Incident }),
  /**
   * Somebody wrote in the post-mortem, at this desktop or at another one: ask for what is new with
   * `post-mortem-since`. Or its sharing in Slack came further: `post-mortem-share`. What its live blocks are made from changes with the incident.
   */
  z.object({ view: z.literal('post-mortem'), incident: Incident }),
  z.object({ view: z.literal('sync') }),
  z.object({ view: z.literal('settings') }),
  /** What is due has changed. */
  z.object({ view: z.literal('nudges') }),
  /**
   * To be told now, by a notification: comes once for each due time, and never again. Several at
   * once (after a sleep) are told in one, whose words are `text`.
   */
  z.object({ view: z.literal('nudged'), nudges: z.array(NudgeView), text: z.string() }),
  /** What others did that concerns whoever sits here: told once, like the above, and never again. */
  z.object({ view: z.literal('news'), news: z.array(NewsView), text: z.string() }),
]);
export type ContractEvent = z.infer<typeof EventSchema>;
