import { OUTCOME_NAMES } from './outcome.ts';
import type { PersonRef } from './person.ts';
import { choiceWords, type RecordKind, textOf, timeWords } from './record.ts';
import type { Words } from './words.ts';

/** Longest text of an action: one line that can be read aloud on a call. */
export const ACTION_MAX = 500;

export const ACTION_STATUSES = ['open', 'doing', 'done', 'dropped'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

const STATUS_NAMES: Readonly<Record<string, string>> = { doing: 'In progress', dropped: 'Dropped' };

/** What an op did to an action's text, owner and status. */
export type ActionChange =
  | {
      readonly kind: 'action-added';
      readonly text: string;
      readonly owner: PersonRef | null;
      readonly due: number | null;
    }
  | { readonly kind: 'action-text'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'action-owner'; readonly text: string; readonly to: PersonRef | null }
  | { readonly kind: 'action-status'; readonly text: string; readonly to: string }
  | { readonly kind: 'action-done'; readonly text: string }
  | { readonly kind: 'action-reopened'; readonly text: string };

export const actionWords: Words<ActionChange> = {
  'action-added': {
    glyph: '☐',
    people: ({ owner }) => [owner],
    say: ({ text, owner, due }, { nameOf, timeOf }) =>
      `Action: ${text}${owner === null ? '' : ` (${nameOf(owner)})`}${due === null ? '' : `, due ${timeOf(due)}`}`,
  },
  'action-text': {
    glyph: '☐',
    say: ({ from, to }) => (from === null ? `Action: ${to}` : `Action reworded: ${from} → ${to}`),
  },
  'action-owner': {
    glyph: '☐',
    people: ({ to }) => [to],
    say: ({ text, to }, { nameOf }) =>
      to === null ? `Action has no owner now: ${text}` : `Action for ${nameOf(to)}: ${text}`,
  },
  'action-status': { glyph: '☐', say: ({ text, to }) => `${STATUS_NAMES[to] ?? to}: ${text}` },
  'action-done': { glyph: '☑', say: ({ text }) => `Done: ${text}` },
  'action-reopened': { glyph: '☐', say: ({ text }) => `Not done after all: ${text}` },
};

/** What is told of an action besides its text, its owner and its status. */
export const ACTION: RecordKind = {
  name: 'Action',
  glyph: '☐',
  title: 'text',
  fields: {
    due: timeWords('due'),
    checkAt: timeWords('check back'),
    outcome: choiceWords('did it work?', OUTCOME_NAMES),
  },
  added: (set) => `Action: ${textOf(set.text) ?? ''}`,
};
