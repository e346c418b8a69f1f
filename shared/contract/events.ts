import { z } from 'zod';
import { Incident } from './fields.ts';

/** Says which view is out of date; whoever shows it asks again. Repeats are harmless. */
export const EventSchema = z.discriminatedUnion('view', [
  z.object({ view: z.literal('desk') }),
  /** The incident's page: its header, actions and timeline. */
  z.object({ view: z.literal('incident'), incident: Incident }),
  z.object({ view: z.literal('sync') }),
  z.object({ view: z.literal('settings') }),
]);
export type ContractEvent = z.infer<typeof EventSchema>;
