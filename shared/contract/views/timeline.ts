import { z } from 'zod';
import { ChangeView } from './change.ts';
import { PersonView } from './person.ts';

/** What every line has. Times are ms since 1970. */
const Line = {
  id: z.string(),
  at: z.number(),
  by: PersonView,
  /** Somebody hid it: it is here because hidden lines were asked for. */
  hidden: z.boolean(),
  /** What it is marked as (`key`, `detection`, …), or null. */
  marker: z.string().nullable(),
};

/** Where an entry was taken over from, and what stands there now. */
const Origin = z.object({
  channel: z.string(),
  ts: z.string(),
  /** The message as it was when it was taken over. */
  text: z.string(),
  /** What Slack says now; null when it was deleted there, or is not known here. */
  now: z.string().nullable(),
  /** Somebody changed it in Slack since. */
  changed: z.boolean(),
  /** Somebody deleted it in Slack since. */
  gone: z.boolean(),
});

export const TimelineItem = z.discriminatedUnion('kind', [
  z.object({
    ...Line,
    kind: z.literal('change'),
    changes: z.array(ChangeView),
    /** Has not reached Slack yet. */
    waiting: z.boolean(),
  }),
  z.object({
    ...Line,
    kind: z.literal('note'),
    text: z.string(),
    /** It said something else before. */
    edited: z.boolean(),
    /** When it was written, where that is not when it happened (`at`). */
    writtenAt: z.number(),
    slack: Origin.nullable(),
    waiting: z.boolean(),
  }),
  z.object({
    ...Line,
    kind: z.literal('message'),
    text: z.string(),
    edited: z.boolean(),
  }),
]);

export const TimelineView = z.object({
  /** Oldest first. */
  items: z.array(TimelineItem),
  /** Cursor to ask for what is before the first item, or null at the beginning. */
  older: z.string().nullable(),
  /** Names for every person that a change of this window mentions, by their ref. */
  people: z.array(PersonView),
});

/** One text that an entry had. */
export const EntryVersion = z.object({ text: z.string(), at: z.number(), by: PersonView });

export type TimelineItemT = z.infer<typeof TimelineItem>;
export type TimelineViewT = z.infer<typeof TimelineView>;
export type EntryVersionT = z.infer<typeof EntryVersion>;
