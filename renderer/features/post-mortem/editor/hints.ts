import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Hint } from '#shared/post-mortem/blameless.ts';
import { type Blocks, knownBlocks, lettersOf, type PlacedHint, placedBy } from './hint-blocks.ts';
import type { HintSource } from './hint-source.ts';

type Hints = {
  readonly marks: DecorationSet;
  /** Where the one begins whose better question is shown; null while none is. */
  readonly shown: number | null;
};

/** What a transaction says to the hints. */
type Told = {
  readonly placed?: readonly PlacedHint[];
  readonly shown?: number | null;
};

const HINTS = new PluginKey<Hints>('hints');
const NONE: Hints = { marks: DecorationSet.empty, shown: null };

/** After the last key: nobody is interrupted in a sentence. In ms. */
const REST = 500;
/** Letters that are read at once, so that a book does not stop the page. */
const LETTERS_AT_ONCE = 30_000;

const hintsOf = (state: EditorState): Hints => HINTS.getState(state) ?? NONE;

const placedIn = (marks: DecorationSet, from?: number, to?: number): readonly PlacedHint[] =>
  marks.find(from, to).map((mark) => {
    return { from: mark.from, to: mark.to, hint: (mark.spec as { hint: Hint }).hint };
  });

/** How many phrases are hinted at. */
export const hintCount = (state: EditorState): number => hintsOf(state).marks.find().length;

/** The hint whose better question is shown. */
export function shownHint(state: EditorState): PlacedHint | null {
  const { marks, shown } = hintsOf(state);
  if (shown === null) return null;
  return placedIn(marks, shown, shown).find(({ from }) => from === shown) ?? null;
}

/** The next phrase from the selection on, round the end; null where there is none. */
function nextFrom(state: EditorState, step: 1 | -1): PlacedHint | null {
  const all = [...placedIn(hintsOf(state).marks)].sort((a, b) => a.from - b.from);
  const { from } = state.selection;
  const next =
    step === 1 ? all.find((one) => one.from > from) : all.findLast((one) => one.from < from);
  return next ?? (step === 1 ? all[0] : all.at(-1)) ?? null;
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    hints: {
      /** Selects the next phrase that is hinted at, or the one before, and shows what to ask. */
      goToHint: (step: 1 | -1) => ReturnType;
      /** Shows the hint that begins here, or none. */
      showHint: (from: number | null) => ReturnType;
      /** Never again hints at the phrase whose hint is shown. */
      dismissHint: () => ReturnType;
    };
  }
}

export type HintsOptions = {
  readonly source: HintSource;
  readonly after: (ms: number, task: () => void) => void;
};

/**
 * A quiet line under phrases that blame or end the asking. They are looked for when nobody types, and
 * only in blocks that changed; nothing of it is in the document.
 */
export const hints = ({ source, after }: HintsOptions) =>
  Extension.create({
    name: 'hints',
    addCommands: () => ({
      goToHint:
        (step) =>
        ({ state, tr }) =>
          goToHint(state, tr, step),
      showHint:
        (from) =>
        ({ tr }) => {
          tr.setMeta(HINTS, { shown: from } satisfies Told);
          return true;
        },
      dismissHint:
        () =>
        ({ state, tr, dispatch }) =>
          dismissHint(state, tr, dispatch === undefined ? null : source),
    }),
    addProseMirrorPlugins() {
      return [hintsPlugin({ source, after })];
    },
  });

/** Selects the next phrase from the selection on, and shows its question; false where there is none. */
export function goToHint(state: EditorState, tr: Transaction, step: 1 | -1): boolean {
  const next = nextFrom(state, step);
  if (next === null) return false;
  tr.setSelection(TextSelection.create(tr.doc, next.from, next.to)).scrollIntoView();
  tr.setMeta(HINTS, { shown: next.from } satisfies Told);
  return true;
}

/** Takes the shown hint away for good; false where none is shown. Without a source it only asks. */
export function dismissHint(
  state: EditorState,
  tr: Transaction,
  source: HintSource | null,
): boolean {
  const shown = shownHint(state);
  if (shown === null || source === null) return shown !== null;
  const { parent, parentOffset } = state.doc.resolve(shown.from);
  const to = parentOffset + shown.to - shown.from;
  const placed = placedIn(hintsOf(state).marks).filter(({ from }) => from !== shown.from);
  tr.setMeta(HINTS, { placed, shown: null } satisfies Told);
  source.dismiss(lettersOf(parent), { ...shown.hint, from: parentOffset, to });
  return true;
}

export function hintsPlugin({ source, after }: HintsOptions): Plugin<Hints> {
  const blocks = knownBlocks(source);
  return new Plugin<Hints>({
    key: HINTS,
    state: { init: () => NONE, apply: (tr, before) => applied(tr, before, blocks) },
    props: {
      decorations: (state) => hintsOf(state).marks,
      handleDOMEvents: { mouseover: (view, event) => pointed(view, event.target) },
    },
    view: (view) => reader(view, { source, after, blocks }),
  });
}

function applied(tr: Transaction, before: Hints, blocks: Blocks): Hints {
  const told = tr.getMeta(HINTS) as Told | undefined;
  const marks =
    told?.placed === undefined ? marksAfter(tr, before, blocks) : marked(tr.doc, told.placed);
  return { marks, shown: shownAfter(tr, { before, told, marks }) };
}

function marksAfter(tr: Transaction, { marks }: Hints, blocks: Blocks): DecorationSet {
  if (!tr.docChanged) return marks;
  // What others wrote arrives as a whole new document, in which every place would be lost.
  const isWhole = tr.getMeta(ySyncPluginKey) !== undefined;
  if (isWhole) return marked(tr.doc, placedBy(tr.doc, blocks.known));
  return marks === DecorationSet.empty ? marks : marks.map(tr.mapping, tr.doc);
}

type After = { readonly before: Hints; readonly told: Told | undefined; marks: DecorationSet };

/** The question is shown to whoever goes to the phrase, and to nobody who is typing it. */
function shownAfter(tr: Transaction, { before, told, marks }: After): number | null {
  if (told?.shown !== undefined) return told.shown;
  if (tr.docChanged) return null;
  if (!tr.selectionSet) return before.shown;
  const { from, to } = tr.selection;
  return placedIn(marks, from, to).find((one) => one.from <= from && to <= one.to)?.from ?? null;
}

const marked = (doc: Node, placed: readonly PlacedHint[]): DecorationSet =>
  DecorationSet.create(
    doc,
    placed.map(({ from, to, hint }) => Decoration.inline(from, to, { class: 'hint' }, { hint })),
  );

/** Shows the hint that is pointed at. Where the pointer leaves to, its card says. */
function pointed(view: EditorView, target: EventTarget | null): boolean {
  const phrase = target instanceof Element ? target.closest('.hint') : null;
  if (phrase === null) return false;
  const at = view.posAtDOM(phrase, 0);
  const { marks, shown } = hintsOf(view.state);
  const [placed] = placedIn(marks, at, at + 1);
  if (placed === undefined || placed.from === shown) return false;
  view.dispatch(view.state.tr.setMeta(HINTS, { shown: placed.from } satisfies Told));
  return false;
}

type Reading = HintsOptions & { readonly blocks: Blocks };

/** Reads what changed once nobody has typed for a moment, and goes on bit by bit. */
function reader(view: EditorView, { source, after, blocks }: Reading) {
  let isPlanned = false;
  let isOpen = true;
  let seen: Node | null = null;
  const plan = (ms: number) => {
    if (isPlanned || !isOpen) return;
    isPlanned = true;
    after(ms, () => {
      isPlanned = false;
      if (isOpen) read();
    });
  };
  const read = () => {
    const { doc } = view.state;
    // Somebody typed meanwhile: not before they rest.
    if (doc !== seen) {
      seen = doc;
      return plan(REST);
    }
    let letters = 0;
    const placed = placedBy(doc, (block) => {
      const known = blocks.known(block);
      if (known !== undefined || letters > LETTERS_AT_ONCE) return known;
      letters += block.content.size;
      return blocks.look(block);
    });
    if (letters > LETTERS_AT_ONCE) return plan(0);
    if (isSame(placed, placedIn(hintsOf(view.state).marks))) return;
    view.dispatch(view.state.tr.setMeta(HINTS, { placed } satisfies Told));
  };
  const unsubscribe = source.subscribe(() => plan(0));
  plan(0);
  return {
    update: ({ state }: EditorView, before: EditorState) => {
      if (state.doc !== before.doc) plan(REST);
    },
    destroy: () => {
      isOpen = false;
      unsubscribe();
    },
  };
}

function isSame(one: readonly PlacedHint[], other: readonly PlacedHint[]): boolean {
  const there = new Set(other.map(({ from, to, hint }) => `${from} ${to} ${hint.offer}`));
  return (
    one.length === other.length &&
    one.every(({ from, to, hint }) => there.has(`${from} ${to} ${hint.offer}`))
  );
}
