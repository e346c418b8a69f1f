import type { PersonRef } from './person.ts';

/** How whoever reads a sentence knows people and moments. */
export type Reader = {
  readonly nameOf: (ref: PersonRef) => string;
  /** A moment (ms since 1970) in the words of a line of text. */
  readonly timeOf: (ms: number) => string;
};

/** How one kind of change is told. */
export type Telling<C> = {
  /** The mark before the sentence where only text can be shown. */
  readonly glyph: string | ((change: C) => string);
  /** One sentence in plain text, without author and glyph. */
  readonly say: (change: C, reader: Reader) => string;
  /** Whom the sentence names; absent where it names nobody. */
  readonly people?: (change: C) => readonly (PersonRef | null)[];
};

/** The words for each kind of a union of changes: a kind without words does not compile. */
export type Words<C extends { readonly kind: string }> = {
  readonly [K in C['kind']]: Telling<Extract<C, { readonly kind: K }>>;
};

/** `21 Nov 2026 02:05 UTC`: for readers in many zones, a Slack channel's. */
export function utcTime(ms: number): string {
  return `${utcDay(ms)} ${new Date(ms).toISOString().slice(11, 16)} UTC`;
}

/** `21 Nov 2026`, of the day that it is at UTC. */
export function utcDay(ms: number): string {
  const date = new Date(ms);
  const month = MONTHS[date.getUTCMonth()] ?? '';
  return `${date.getUTCDate()} ${month} ${date.toISOString().slice(0, 4)}`;
}

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** `What: a → b`, or `What: b` where nothing stood before. */
export function fromTo(what: string, from: string | null, to: string): string {
  return from === null ? `${what}: ${to}` : `${what}: ${from} → ${to}`;
}
