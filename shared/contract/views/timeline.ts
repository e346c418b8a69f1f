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

/** A file of a message, or an image that somebody added. Only images are fetched. */
export const FileView = z.object({
  /** Slack's id, or the image's hash. */
  id: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  /** `here`: to be had with the query `image`; `coming`: not fetched yet; `none`: not to be seen here. */
  image: z.enum(['here', 'coming', 'none']),
  /** In pixels, where that is known before it is here. */
  width: z.number().nullable(),
  height: z.number().nullable(),
});

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
    /** The same as Slack writes it, where it is what was taken over and nobody edited it. */
    slackText: z.string().nullable(),
    /** It said something else before. */
    edited: z.boolean(),
    /** Who gave it the text it has, and when; null where that is its first. */
    editedBy: z.object({ by: PersonView, at: z.number() }).nullable(),
    /** Who moved it to the time it has, and when; `from` is the time it had before. */
    movedBy: z.object({ by: PersonView, at: z.number(), from: z.number() }).nullable(),
    /** When it was written, where that is not when it happened (`at`). */
    writtenAt: z.number(),
    slack: Origin.nullable(),
    files: z.array(FileView),
    waiting: z.boolean(),
  }),
  z.object({
    ...Line,
    kind: z.literal('message'),
    channel: z.string(),
    text: z.string(),
    /** The same as Slack writes it. */
    slackText: z.string(),
    edited: z.boolean(),
    /** Somebody deleted it in Slack since. */
    gone: z.boolean(),
    files: z.array(FileView),
  }),
]);

export const TimelineView = z.object({
  /** Oldest first. */
  items: z.array(TimelineItem),
  /** Cursor to ask for what is before the first item, or null at the beginning. */
  older: z.string().nullable(),
  /** The place of what comes after the last item, or null at the end (of what was asked for). */
  newer: z.string().nullable(),
  /** The place of the last item; null where there is none. */
  last: z.string().nullable(),
  /** How many lines came after the one that was seen last; counted to a hundred. */
  unseen: z.number(),
  /** Names for every person that this window mentions, by their ref. */
  people: z.array(PersonView),
});

/** One text that an entry had. */
export const EntryVersion = z.object({ text: z.string(), at: z.number(), by: PersonView });

export type TimelineItemT = z.infer<typeof TimelineItem>;
export type TimelineViewT = z.infer<typeof TimelineView>;
export type FileViewT = z.infer<typeof FileView>;
export type EntryVersionT = z.infer<typeof EntryVersion>;
