import type { PersonRef } from './person.ts';

/** What one op did, in the field's terms: the timeline's backbone and the text of Slack messages. */
export type Change =
  | {
      readonly kind: 'declared';
      readonly name: string;
      readonly severity: string;
      readonly private: boolean;
    }
  | { readonly kind: 'renamed'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'severity'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'status'; readonly from: string | null; readonly to: string }
  | {
      readonly kind: 'role';
      readonly role: string;
      readonly from: PersonRef | null;
      readonly to: PersonRef | null;
    }
  | { readonly kind: 'action-added'; readonly text: string; readonly owner: PersonRef | null }
  | { readonly kind: 'action-text'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'action-owner'; readonly text: string; readonly to: PersonRef | null }
  | { readonly kind: 'action-done'; readonly text: string }
  | { readonly kind: 'action-reopened'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'unknown'; readonly entity: string; readonly fields: readonly string[] };
