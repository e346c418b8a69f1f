import type { Json } from '../base/json.ts';
import { isTime } from '../base/time.ts';
import type { PersonRef } from './person.ts';
import type { Reader } from './words.ts';

/** How a field of a record is read and told. */
export type RecordField = {
  /** As it stands in a sentence: `due`, `check back`. */
  readonly label: string;
  /** The value in words; null when it says nothing, or is of a type it should not be. */
  readonly show: (value: Json | undefined, reader: Reader) => string | null;
  readonly person?: (value: Json | undefined) => PersonRef | null;
  /** A sentence of its own for a new value, where the label does not make a good one. */
  readonly say?: (to: Json | null, title: string, shown: string | null) => string;
};

/** Something that people keep in an incident under an id of its own, and how it is told. */
export type RecordKind = {
  readonly name: string;
  readonly glyph: string;
  /** The field that names it. */
  readonly title: string;
  readonly fields: { readonly [field: string]: RecordField };
  /** What is said when it is new. `set` holds the fields it was made with. */
  readonly added: (set: RecordFields, reader: Reader) => string;
};

export type RecordFields = { readonly [field: string]: Json };

/** A text that says something, else null. */
export const textOf = (value: Json | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

export const textWords = (label: string, say?: RecordField['say']): RecordField =>
  field({ label, show: textOf }, say);

/** ms since 1970. */
export const timeWords = (label: string): RecordField => ({
  label,
  show: (value, { timeOf }) => (isTime(value) ? timeOf(value) : null),
});

export const personWords = (label: string, say?: RecordField['say']): RecordField =>
  field(
    {
      label,
      show: (value, { nameOf }) => (textOf(value) === null ? null : nameOf(String(value))),
      person: textOf,
    },
    say,
  );

/** One of several; a value that a newer Quarterdeck wrote is shown as it came. */
export const choiceWords = (
  label: string,
  names: Readonly<Record<string, string>>,
  say?: RecordField['say'],
): RecordField => field({ label, show: (value) => nameIn(names, textOf(value)) }, say);

export const listWords = (label: string): RecordField => ({
  label,
  show: (value) => {
    const items = textsOf(value);
    return items.length === 0 ? null : items.join(' / ');
  },
});

function field(plain: RecordField, say: RecordField['say']): RecordField {
  return say === undefined ? plain : { ...plain, say };
}

/** The texts of a list, whatever else is in it. */
export function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The name of a value; one that is not in the list is shown as it came. */
export function nameIn<T extends string | null>(names: Readonly<Record<string, string>>, value: T) {
  return value !== null && Object.hasOwn(names, value) ? (names[value] ?? value) : value;
}
