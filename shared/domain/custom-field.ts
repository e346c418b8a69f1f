import type { Json } from '../base/json.ts';
import { err, ok, type Result } from '../base/result.ts';
import { isSafeUrl } from './link.ts';
import type { PersonRef } from './person.ts';
import { type RecordKind, textOf, textWords } from './record.ts';
import type { Reader, Words } from './words.ts';

export const FIELD_NAME_MAX = 60;
export const FIELD_TEXT_MAX = 2_000;
export const FIELD_OPTION_MAX = 100;
export const FIELD_OPTIONS_MAX = 50;
/** Most fields a desktop offers: more are not filled in. */
export const FIELDS_MAX = 30;

export const FIELD_TYPES = ['text', 'number', 'select', 'link', 'user', 'date'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** What a team wants to know of each incident besides what Quarterdeck asks. */
export type FieldDefinition = {
  readonly name: string;
  readonly type: string;
  /** What can be chosen, for a `select`. The chosen option is kept by its text. */
  readonly options: readonly string[];
};

/**
 * A value that fits the field, or the words for why it does not.
 * @param value text, or a number for a number field, or null to take it back
 */
export function checkFieldValue(
  { type, options }: FieldDefinition,
  value: string | number | null,
): Result<Json, string> {
  if (value === null || value === '') return ok(null);
  if (type === 'number') {
    return typeof value === 'number' ? ok(value) : err('Enter a number.');
  }
  if (typeof value !== 'string') return err('Enter a text.');
  if (value.length > FIELD_TEXT_MAX) {
    return err(`This can have ${FIELD_TEXT_MAX.toLocaleString('en')} characters. Shorten it.`);
  }
  if (type === 'select' && !options.includes(value)) return err('Choose one of the options.');
  if (type === 'link' && !isSafeUrl(value)) {
    return err('Paste an address that starts with https://');
  }
  if (type === 'date' && !isDate(value)) return err('Enter a date: 2026-11-21.');
  return ok(value);
}

/** A day of the calendar, `2026-11-21`, wherever the reader is. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The definition travels with the value, so that whoever reads the incident can show it. */
export const CUSTOM_FIELD: RecordKind = {
  name: 'Field',
  glyph: '▤',
  title: 'name',
  fields: { name: textWords('name') },
  added: (set) => `Field: ${textOf(set.name) ?? ''}`,
};

/** A field got a value, or lost it (null). */
export type FieldChange =
  | {
      readonly kind: 'custom-field';
      readonly name: string;
      readonly type: string;
      readonly to: Json | null;
    }
  | { readonly kind: 'custom-field-named'; readonly from: string | null; readonly to: string };

export const fieldWords: Words<FieldChange> = {
  'custom-field': {
    glyph: CUSTOM_FIELD.glyph,
    people: ({ type, to }) => [personIn(type, to)],
    say: ({ name, type, to }, reader) => {
      const shown = fieldText(type, to, reader);
      return shown === null ? `${name} taken back` : `${name}: ${shown}`;
    },
  },
  'custom-field-named': {
    glyph: CUSTOM_FIELD.glyph,
    say: ({ from, to }) => (from === null ? `Field: ${to}` : `Field: ${from} → ${to}`),
  },
};

function personIn(type: string, value: Json | null): PersonRef | null {
  return type === 'user' ? textOf(value ?? undefined) : null;
}

function fieldText(type: string, value: Json | null, { nameOf }: Reader): string | null {
  const person = personIn(type, value);
  if (person !== null) return nameOf(person);
  return typeof value === 'number' ? String(value) : textOf(value ?? undefined);
}
