import type { Words } from './words.ts';

/** Longest note: a pasted stack trace fits, a log file does not. */
export const NOTE_MAX = 10_000;

/** What an op did to an entry of the timeline. */
export type TimelineChange = { readonly kind: 'note'; readonly text: string };

export const timelineWords: Words<TimelineChange> = {
  note: { glyph: '✎', say: ({ text }) => text },
};
