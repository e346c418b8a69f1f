import { z } from 'zod';
import { PersonView } from './person.ts';

/** Something that should be so before people meet over it. Done by itself as they do it. */
export const ReadinessView = z.object({ id: z.string(), done: z.boolean(), text: z.string() });

/** A post-mortem that was begun. Times are ms since 1970. */
export const PostMortemView = z.object({
  /** The id of the template it began as. */
  template: z.string(),
  /** `draft`, `in-review`, `reviewed` or `closed`; what a newer Quarterdeck wrote stands as it came. */
  status: z.string(),
  owner: PersonView.nullable(),
  reviewAt: z.number().nullable(),
  startedAt: z.number(),
  startedBy: PersonView,
  /** Whole days since the incident was over, or since it was begun where it is not. */
  ageDays: z.number(),
  /** The whole Yjs document in base64: its fragment `text` and its map `comments`. */
  state: z.string(),
  /** Who else wrote in it lately, the latest first. */
  others: z.array(z.object({ person: PersonView, at: z.number() })),
  readiness: z.array(ReadinessView),
});

/** What a page lacks of the document, as a Yjs update in base64; null where it has everything. */
export const PostMortemSinceView = z.object({
  update: z.string().nullable(),
  others: z.array(z.object({ person: PersonView, at: z.number() })),
});

/** What became of the version that somebody asked here to share in Slack last. */
export const PostMortemShareView = z.object({
  state: z.enum(['waiting', 'shared', 'refused']),
  /** What to say: that it waits, where it is, or why Slack did not take it. */
  message: z.string(),
  /** What to do; empty where that is nothing. */
  hint: z.string(),
});

export type PostMortemShareViewT = z.infer<typeof PostMortemShareView>;
export type PostMortemViewT = z.infer<typeof PostMortemView>;
export type PostMortemSinceViewT = z.infer<typeof PostMortemSinceView>;
export type ReadinessViewT = z.infer<typeof ReadinessView>;
