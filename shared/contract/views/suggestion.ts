import { z } from 'zod';
import { SUGGESTION_KINDS } from '../../domain/suggestion.ts';
import { PersonView } from './person.ts';
import { FileView } from './timeline.ts';

/** A message of the incident's channel that may belong into the timeline. */
export const SuggestionView = z.object({
  /** What `entry.curate` and `suggestion.dismiss` take. */
  ts: z.string(),
  at: z.number(),
  by: PersonView,
  channel: z.string(),
  text: z.string(),
  /** As Slack sent it. */
  slackText: z.string(),
  edited: z.boolean(),
  files: z.array(FileView),
  /** The `ts` of the message it replies to, or null. */
  thread: z.string().nullable(),
  kind: z.enum(SUGGESTION_KINDS),
  score: z.number(),
  /** Why, the weightiest first: `mentions rollback`, `has an image`. */
  reasons: z.array(z.string()),
});

export const SuggestionsView = z.object({
  /** The newest first. */
  items: z.array(SuggestionView),
  /**
   * What to ask for as `before` to go on, or null at the end. One answer looks through so many
   * messages and no more: it can hold less than asked for, or none, and still go on.
   */
  older: z.string().nullable(),
});

/** What pins and reactions in Slack stand for. */
export const CurationView = z.object({
  pins: z.string().nullable(),
  reactions: z.array(z.object({ name: z.string(), marker: z.string() })),
});

export type SuggestionViewT = z.infer<typeof SuggestionView>;
