import type { ContractError } from '#shared/contract/errors.ts';
import type { QueryOutput } from '#shared/contract/queries.ts';
import type { EntryVersionT, TimelineItemT } from '#shared/contract/views.ts';
import type { Answer } from '../transport/transport.ts';

/** Which lines are shown. */
export type TimelineFilter = {
  /** `key`: marked ones; `suggested`: messages of the channel that look as if they belong here. */
  readonly show: 'all' | 'key' | 'suggested';
  /** Also those that somebody hid. */
  readonly hidden: boolean;
};

/** What is loaded of a timeline: a stretch of it without gaps. */
export type LoadedTimeline = {
  /** Oldest first. */
  readonly items: readonly TimelineItemT[];
  /** Whether there is more before the first, and behind the last. */
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  /** How many came after the newest that was in sight; counted to a hundred. */
  readonly unseen: number;
  /** The names of those whom items mention. */
  readonly names: { readonly [ref: string]: string };
};

/** What was done last to a line, and can be taken back. */
export type LineDeed = { readonly words: string; readonly undo: () => Answer<object> };

type Done = Answer<object>;

export type TimelineSlice = {
  readonly timeline: LoadedTimeline | null;
  readonly timelineProblem: ContractError | null;
  readonly timelineFilter: TimelineFilter;
  readonly lineDeed: LineDeed | null;
  /** The key of the line that had the focus last; see `lineKey`. */
  readonly pickedLine: string | null;
  /** A command of lines that somebody asked for from elsewhere, for the line that is picked. */
  readonly lineAsked: string | null;
  readonly pickLine: (key: string) => void;
  /** Null: it has been done. */
  readonly askOfLine: (command: string | null) => void;
  readonly clearTimeline: () => void;
  /** Something changed: reads again what is in sight, and the rest of what is loaded once it is. */
  readonly refreshTimeline: () => Promise<void>;
  readonly loadOlder: () => Promise<void>;
  readonly loadNewer: () => Promise<void>;
  /** Loads what happened around a moment (ms since 1970), or the newest lines, in place of all. */
  readonly goToTime: (at: number | null) => Promise<void>;
  readonly filterTimeline: (filter: TimelineFilter) => Promise<void>;
  /** Which items are in sight, by their places in `items`, and whether the newest one is. */
  readonly seeTimeline: (first: number, last: number, isAtEnd: boolean) => void;
  readonly hideLine: (item: TimelineItemT, hidden: boolean) => Done;
  /** Marks a line as a key moment, or takes its mark off. */
  readonly markLine: (item: TimelineItemT) => Done;
  /** Takes a message over, where that has not been done, and writes what it says. */
  readonly editLine: (item: TimelineItemT, text: string) => Done;
  readonly moveLine: (item: TimelineItemT, at: number) => Done;
  readonly curateLine: (item: TimelineItemT) => Done;
  readonly settleLine: (item: TimelineItemT, keep: 'ours' | 'slack') => Done;
  readonly undoLine: () => Done | null;
  readonly textsOf: (item: TimelineItemT) => Answer<{ readonly versions: EntryVersionT[] }>;
  /** Messages that may belong here, the newest first. @param before where to go on, or null */
  readonly suggestions: (before: string | null) => Answer<QueryOutput<'suggestions'>>;
  /** Adds a suggested message, or waves it aside on this desktop. */
  readonly answerSuggestion: (ts: string, isAdded: boolean) => Done;
  /** A fetched image as an address that an `img` can show. */
  readonly imageOf: (file: string) => Answer<string>;
};
