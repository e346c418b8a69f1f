import { z } from 'zod';
import { NEWS_KINDS } from '../../domain/news.ts';
import { Incident } from '../fields.ts';
import { PersonView } from './person.ts';

/** Something that somebody else did and that concerns whoever sits here. */
export const NewsView = z.object({
  incident: Incident,
  code: z.string(),
  /** The incident's name. */
  name: z.string(),
  kind: z.enum(NEWS_KINDS),
  /** What it is about within the incident: a role's key, the id of an action, or empty. */
  subject: z.string(),
  /** The change that made it so: with the above, the key of one telling. */
  occasion: z.string(),
  at: z.number(),
  by: PersonView,
  /** The sentence, without the incident's code. */
  text: z.string(),
});

export type NewsViewT = z.infer<typeof NewsView>;
