import { z } from 'zod';
import { Incident, Zone } from './fields.ts';
import { PersonView } from './views/person.ts';

/** Longest query; more words than fit in it are no query. */
const QUERY_MAX = 200;
const HITS_MAX = 50;

/**
 * What a person looks for: words, and operators (`severity:major status:fixing lead:@me
 * after:2026-09-01 before:2026-10-01`). The last word may be unfinished: a space after it says that it
 * is whole. Operators alone list incidents.
 */
export const SearchInput = z.strictObject({
  text: z.string().max(QUERY_MAX, `Shorten this to ${QUERY_MAX} characters.`),
  limit: z.int().min(1).max(HITS_MAX),
  /** Where days begin; UTC unless told. */
  zone: Zone.optional(),
});

/** A place in an incident where all words stand. */
export const SearchHit = z.object({
  incident: Incident,
  code: z.string(),
  /** The incident's name. */
  name: z.string(),
  /** The kind of entity that says it (`incident`, `entry`, `action`, `update` …), or `message`. */
  kind: z.string(),
  /** The entity's own id, the incident's, or the `ts` of a message. */
  id: z.string(),
  at: z.number(),
  /** Who wrote a message; null for the rest. */
  by: PersonView.nullable(),
  /** A piece of the text. `marks` are stretches of it, in UTF-16 units: from, and up to. */
  snippet: z.object({
    text: z.string(),
    marks: z.array(z.tuple([z.number(), z.number()]).readonly()).readonly(),
  }),
});

export const SearchView = z.object({
  /** The best first. */
  hits: z.array(SearchHit),
  /** There is more than was asked for. */
  more: z.boolean(),
  /** What of the query was not understood, in words. */
  problems: z.array(z.string()),
});
export type SearchHitT = z.infer<typeof SearchHit>;
export type SearchViewT = z.infer<typeof SearchView>;
