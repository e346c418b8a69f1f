import type { Words } from './words.ts';

/** Longest note: a pasted stack trace fits, a log file does not. */
export const NOTE_MAX = 10_000;
/** Longest entry made from a message: Slack itself takes no more than this. */
export const SLACK_TEXT_MAX = 40_000;
/** How much of a line stands in the change that marks it. */
export const ABOUT_MAX = 200;

/** What a line can be marked as. The review starts from these. */
export const MARKERS = ['key', 'detection', 'diagnosis', 'repair'] as const;
export type Marker = (typeof MARKERS)[number];

const MARKER_NAMES: Readonly<Record<string, string>> = {
  key: 'Key moment',
  detection: 'Detection',
  diagnosis: 'Diagnosis',
  repair: 'Repair',
};

/** The name of a marker; one that a newer Quarterdeck knows is shown as it came. */
export function markerName(marker: string): string {
  return Object.hasOwn(MARKER_NAMES, marker) ? (MARKER_NAMES[marker] ?? marker) : marker;
}

/** What a line of the timeline is made from: an op, an entry, or a message in Slack. */
export const LINE_KINDS = ['change', 'note', 'message'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** `line:<kind>.<ref>`: what people say about a line, whatever it is made from. */
export function lineEntity(kind: LineKind, ref: string): string {
  return `line:${kind}.${ref}`;
}

/** The line that a `line:` entity is about, by the part behind the colon; null when there is none. */
export function lineOfKey(key: string): { readonly kind: LineKind; readonly ref: string } | null {
  const dot = key.indexOf('.');
  const kind = LINE_KINDS.find((known) => known === key.slice(0, dot));
  const ref = key.slice(dot + 1);
  return dot < 0 || kind === undefined || ref === '' ? null : { kind, ref };
}

/** Slack's id and time of a message, as it may stand in an id of ours. */
export const TS_PATTERN = /^\d{1,11}\.\d{6}$/;

/** A message becomes one entry, whoever takes it over, on however many desktops. */
export function slackEntryId(channel: string, ts: string): string {
  return `${channel}.${ts}`;
}

/** What an op did to an entry of the timeline, or to one of its lines. */
export type TimelineChange =
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'curated'; readonly text: string }
  /** `text` says what is to be seen on it; null while nobody did. */
  | { readonly kind: 'image'; readonly name: string; readonly text: string | null }
  | { readonly kind: 'image-described'; readonly text: string }
  | { readonly kind: 'note-edited'; readonly from: string; readonly to: string }
  /** Null: the time at which it was written. */
  | { readonly kind: 'note-moved'; readonly text: string; readonly to: number | null }
  /** Slack's text of it changed since, and somebody kept ours. */
  | { readonly kind: 'note-kept'; readonly text: string }
  | { readonly kind: 'line-hidden' }
  | { readonly kind: 'line-restored' }
  /** `to` is null when the mark was taken off. */
  | { readonly kind: 'line-marked'; readonly about: string; readonly to: string | null };

export const timelineWords: Words<TimelineChange> = {
  note: { glyph: '✎', say: ({ text }) => text },
  curated: { glyph: '✎', say: ({ text }) => `From Slack: ${text}` },
  image: {
    glyph: '▣',
    say: ({ name, text }) => (text === null ? `Image: ${name}` : `Image: ${name} (${text})`),
  },
  'image-described': { glyph: '▣', say: ({ text }) => `Image described: ${text}` },
  'note-edited': { glyph: '✎', say: ({ from, to }) => `Entry edited: ${from} → ${to}` },
  'note-moved': {
    glyph: '◷',
    say: ({ text, to }, { timeOf }) =>
      to === null
        ? `Entry back at the time it was written: ${text}`
        : `Entry moved to ${timeOf(to)}: ${text}`,
  },
  'note-kept': { glyph: '✎', say: ({ text }) => `Kept, though changed in Slack: ${text}` },
  'line-hidden': { glyph: '−', say: () => 'Line hidden from the timeline' },
  'line-restored': { glyph: '+', say: () => 'Line shown in the timeline again' },
  'line-marked': {
    glyph: '★',
    say: ({ about, to }) =>
      to === null ? `No longer marked: ${about}` : `${markerName(to)}: ${about}`,
  },
};
