import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A stretch of the document, in its positions. */
export type Stretch = { readonly from: number; readonly to: number };

export type Finding = {
  readonly query: string;
  readonly found: readonly Stretch[];
  /** Which of them is meant; -1 where there is none. */
  readonly at: number;
};

type Found = Finding & { readonly marks: DecorationSet };

const NOTHING: Found = { query: '', found: [], at: -1, marks: DecorationSet.empty };
/** More would be drawn than anybody walks through. */
const FOUND_MAX = 1_000;

type Asked = { readonly query: string; readonly at?: number };

const FIND = new PluginKey<Found>('find');

/** What is looked for in the document, and where it stands. */
export const finding = (state: EditorState): Finding => FIND.getState(state) ?? NOTHING;

/** Where the words stand, whatever their case; words that go on over marks are found too. */
export function findIn(doc: Node, query: string): readonly Stretch[] {
  const sought = fold(query);
  if (sought === '') return [];
  const found: Stretch[] = [];
  doc.descendants((node, pos) => {
    if (found.length >= FOUND_MAX) return false;
    if (!node.isTextblock) return true;
    // An atom inside counts for one position, so it stands for one letter.
    const text = fold(node.textBetween(0, node.content.size, undefined, '\ufffc'));
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
      found.push({ from: pos + 1 + at, to: pos + 1 + at + sought.length });
    }
    return false;
  });
  return found.slice(0, FOUND_MAX);
}

/** Letters keep their places: one that has no lower case of the same length stays as it is. */
function fold(text: string): string {
  const folded = text.toLowerCase();
  return folded.length === text.length
    ? folded
    : [...text]
        .map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one))
        .join('');
}

function next(doc: Node, { query, at }: Asked): Found {
  const found = findIn(doc, query);
  if (found.length === 0) return { ...NOTHING, query };
  const meant = (((at ?? 0) % found.length) + found.length) % found.length;
  const marks = found.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === meant ? 'found found-now' : 'found' }),
  );
  return { query, found, at: meant, marks: DecorationSet.create(doc, marks) };
}

const find = new Plugin<Found>({
  key: FIND,
  state: {
    init: () => NOTHING,
    apply: (transaction, before) => {
      const asked = transaction.getMeta(FIND) as Asked | undefined;
      if (asked !== undefined) return next(transaction.doc, asked);
      if (!transaction.docChanged || before.query === '') return before;
      return next(transaction.doc, { query: before.query, at: Math.max(0, before.at) });
    },
  },
  props: {
    decorations: (state) => FIND.getState(state)?.marks ?? null,
  },
});

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    find: {
      /** Looks for words; `at` counts the finds, and goes round. */
      find: (query: string, at?: number) => ReturnType;
    };
  }
}

export const Find = Extension.create({
  name: 'find',
  addCommands: () => ({
    find:
      (query, at) =>
      ({ tr, dispatch }) => {
        dispatch?.(tr.setMeta(FIND, at === undefined ? { query } : { query, at }));
        return true;
      },
  }),
  addProseMirrorPlugins: () => [find],
});
