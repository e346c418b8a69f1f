import type { TimelineItemT } from '#shared/contract/views.ts';

export type NoteItem = Extract<TimelineItemT, { kind: 'note' }>;

/** A note that somebody wrote; whatever else is to be true of it is given. */
export function noteItem(given: Partial<NoteItem> & { readonly id: string }): NoteItem {
  const at = given.at ?? 0;
  return {
    kind: 'note',
    at,
    by: { ref: 'name:ana', name: 'ana' },
    text: 'text',
    slackText: null,
    edited: false,
    editedBy: null,
    movedBy: null,
    writtenAt: at,
    slack: null,
    files: [],
    hidden: false,
    marker: null,
    waiting: false,
    ...given,
  };
}
