import type { PersonRef } from './person.ts';
import type { Words } from './words.ts';

/** Longest text of an action: one line that can be read aloud on a call. */
export const ACTION_MAX = 500;

/** What an op did to an action. */
export type ActionChange =
  | { readonly kind: 'action-added'; readonly text: string; readonly owner: PersonRef | null }
  | { readonly kind: 'action-text'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'action-owner'; readonly text: string; readonly to: PersonRef | null }
  | { readonly kind: 'action-done'; readonly text: string }
  | { readonly kind: 'action-reopened'; readonly text: string };

export const actionWords: Words<ActionChange> = {
  'action-added': {
    glyph: '☐',
    people: ({ owner }) => [owner],
    say: ({ text, owner }, { nameOf }) =>
      `Action: ${text}${owner === null ? '' : ` (${nameOf(owner)})`}`,
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
  'action-done': { glyph: '☑', say: ({ text }) => `Done: ${text}` },
  'action-reopened': { glyph: '☐', say: ({ text }) => `Not done after all: ${text}` },
};
