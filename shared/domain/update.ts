import type { Json } from '../base/json.ts';
import {
  choiceWords,
  type RecordFields,
  type RecordKind,
  textOf,
  textWords,
  timeWords,
} from './record.ts';

/** Longest part of an update: what is read in one go on a phone. */
export const UPDATE_PART_MAX = 3_000;

/** Whom an update is for: those who work on it, or customers. */
export const AUDIENCES = ['internal', 'external'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** `no-news` fills a silence: nothing has changed, and when there will be more. */
export const UPDATE_FORMS = ['full', 'no-news'] as const;
export type UpdateForm = (typeof UPDATE_FORMS)[number];

const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  internal: 'Internal',
  external: 'External',
};

/** The fixed shape: what is true, who does what, what is missing, when the next one comes. */
export const UPDATE: RecordKind = {
  name: 'Update',
  glyph: '✎',
  title: 'conditions',
  fields: {
    audience: choiceWords('audience', AUDIENCE_NAMES),
    form: choiceWords('form', { full: 'Full', 'no-news': 'No news' }),
    conditions: textWords('conditions'),
    actions: textWords('actions'),
    needs: textWords('needs'),
    nextBy: timeWords('next update by'),
  },
  added: (set, { timeOf }) => {
    const nextBy = UPDATE.fields.nextBy?.show(set.nextBy, { timeOf, nameOf: String }) ?? null;
    const parts = [
      textOf(set.conditions),
      labelled('Actions', set.actions),
      labelled('Needs', set.needs),
      nextBy === null ? null : `Next update by ${nextBy}`,
    ].filter((part) => part !== null);
    return `${updateHead(set)}${parts.length === 0 ? '' : `: ${parts.join(' · ')}`}`;
  },
};

function updateHead(set: RecordFields): string {
  const head = set.form === 'no-news' ? 'No news' : 'Update';
  return set.audience === 'external' ? `External ${head.toLowerCase()}` : head;
}

function labelled(label: string, value: Json | undefined): string | null {
  const text = textOf(value);
  return text === null ? null : `${label}: ${text}`;
}
