import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Doc } from 'yjs';
import { type Comment, listComments, onComments } from '../../state/post-mortem/comments.ts';

export type Followable<T> = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly now: () => T;
};

const followed = new WeakMap<Doc, Followable<readonly Comment[]>>();

/** The comments of a document: the same list until one of them changes. */
export function commentsIn(doc: Doc): Followable<readonly Comment[]> {
  const known = followed.get(doc);
  if (known !== undefined) return known;
  let list = listComments(doc);
  onComments(doc, () => {
    list = listComments(doc);
  });
  const made = {
    subscribe: (listener: () => void) => onComments(doc, listener),
    now: () => list,
  };
  followed.set(doc, made);
  return made;
}

/** How many are not resolved. */
export function openComments(doc: Doc) {
  const { subscribe, now } = commentsIn(doc);
  return { subscribe, count: () => now().filter(({ resolved }) => !resolved).length };
}

/** Where each comment's words stand, by its id. */
export function commentPlaces(doc: Node): ReadonlyMap<string, { from: number; to: number }> {
  const places = new Map<string, { from: number; to: number }>();
  doc.descendants((node, pos) => {
    for (const mark of node.marks) {
      if (mark.type.name !== 'comment') continue;
      const id = String(mark.attrs.id);
      const from = places.get(id)?.from ?? pos;
      places.set(id, { from, to: pos + node.nodeSize });
    }
  });
  return places;
}

/** Takes the mark of a comment off its words. */
export function unmark(editor: Editor, id: string): void {
  const place = commentPlaces(editor.state.doc).get(id);
  const type = editor.schema.marks.comment;
  if (place === undefined || type === undefined) return;
  editor.view.dispatch(editor.state.tr.removeMark(place.from, place.to, type.create({ id })));
}
