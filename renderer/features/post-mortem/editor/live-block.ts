import type { Editor, JSONContent } from '@tiptap/core';
import { DOMSerializer, Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import { LiveBlock } from '#shared/post-mortem/nodes.ts';
import { type PictureOf, showPictures } from './picture.ts';
import { OWN_STEP } from './undo-steps.ts';

/** What a block that follows the log shows now. */
export type LiveSource = {
  /** Null while it has not been read. */
  readonly content: (kind: string, options: unknown) => readonly JSONContent[] | null;
  readonly title: (kind: string) => string;
  readonly subscribe: (listener: () => void) => () => void;
};

const LIVE_BLOCK = LiveBlock.name;

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    liveBlock: {
      /** Puts what the block at this position shows in its place, as text like any other. */
      editLiveBlockAsText: (pos: number) => ReturnType;
      /** Keeps what it shows, or lets it follow the log again. */
      /** An empty line at this position, and the caret in it. */
      writeBelow: (pos: number) => ReturnType;
      freezeLiveBlock: (pos: number, isFrozen: boolean) => ReturnType;
    };
  }
}

/**
 * A part of the document that nobody typed: it shows what the log says now, until it is frozen or
 * becomes text.
 */
export const liveBlockNode = (source: LiveSource, pictureOf: PictureOf) =>
  LiveBlock.extend({
    addCommands() {
      return {
        editLiveBlockAsText:
          (pos) =>
          ({ tr, dispatch }) => {
            const node = tr.doc.nodeAt(pos);
            if (node?.type.name !== LIVE_BLOCK) return false;
            const content = shown(node, source);
            if (content === null) return false;
            const paragraph = tr.doc.type.schema.nodes.paragraph;
            const blocks =
              content.length > 0
                ? Fragment.fromJSON(tr.doc.type.schema, content)
                : Fragment.from(paragraph?.create());
            tr.replaceWith(pos, pos + node.nodeSize, blocks);
            tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1)));
            dispatch?.(tr.setMeta(OWN_STEP, true).scrollIntoView());
            return true;
          },
        writeBelow:
          (pos) =>
          ({ tr, dispatch }) => {
            const line = tr.doc.type.schema.nodes.paragraph?.create();
            if (line === undefined) return false;
            tr.insert(pos, line).setSelection(TextSelection.create(tr.doc, pos + 1));
            dispatch?.(tr.scrollIntoView());
            return true;
          },
        freezeLiveBlock:
          (pos, isFrozen) =>
          ({ tr, dispatch }) => {
            const node = tr.doc.nodeAt(pos);
            if (node?.type.name !== LIVE_BLOCK) return false;
            const content = shown(node, source);
            if (isFrozen && content === null) return false;
            tr.setNodeAttribute(pos, 'frozen', isFrozen ? content : null);
            if (tr.doc.nodeAt(pos) !== null) tr.setSelection(NodeSelection.create(tr.doc, pos));
            dispatch?.(tr.setMeta(OWN_STEP, true));
            return true;
          },
      };
    },
    addNodeView() {
      return ({ node, editor, getPos }) =>
        liveBlockView(node, editor, getPos, { source, pictureOf });
    },
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          props: {
            handleKeyDown: (view, event) => {
              const { selection } = view.state;
              if (!(selection instanceof NodeSelection)) return false;
              if (selection.node.type.name !== LIVE_BLOCK) return false;
              if (event.ctrlKey || event.metaKey || event.altKey) return false;
              return pressedOn(editor, selection, event.key);
            },
          },
        }),
      ];
    },
  });

/** A key on a selected block. Letters do not replace it: it would be gone by a slip. */
function pressedOn(editor: Editor, { from, node }: NodeSelection, key: string): boolean {
  if (key === 'Enter' || key === 'e') return editor.commands.editLiveBlockAsText(from);
  if (key === 'w')
    return editor
      .chain()
      .focus()
      .writeBelow(from + node.nodeSize)
      .run();
  if (key === 'f') return editor.commands.freezeLiveBlock(from, node.attrs.frozen === null);
  return key.length === 1;
}

/** What it shows: its own copy where it is frozen, else what the log says. */
function shown(node: ProseMirrorNode, source: LiveSource): readonly JSONContent[] | null {
  const { kind, options, frozen } = node.attrs as Record<string, unknown>;
  if (Array.isArray(frozen)) return frozen as JSONContent[];
  return source.content(String(kind), options);
}

type Position = () => number | undefined;

function liveBlockView(
  first: ProseMirrorNode,
  editor: Editor,
  getPos: Position,
  { source, pictureOf }: { readonly source: LiveSource; readonly pictureOf: PictureOf },
): NodeView {
  let node = first;
  const dom = element('section', 'live');
  dom.contentEditable = 'false';
  const head = element('div', 'live-head');
  const title = element('span', 'live-title');
  const body = element('div', 'live-body');
  const at = (run: (pos: number) => void) => () => {
    const pos = getPos();
    if (pos !== undefined) run(pos);
  };
  const edit = button(at((pos) => void editor.chain().focus().editLiveBlockAsText(pos).run()));
  const freeze = button(
    at(
      (pos) =>
        void editor
          .chain()
          .focus()
          .freezeLiveBlock(pos, node.attrs.frozen === null)
          .run(),
    ),
  );
  head.append(title, edit, freeze);
  dom.append(head, body);

  const draw = () => {
    const name = source.title(String(node.attrs.kind));
    const isFrozen = node.attrs.frozen !== null;
    const manner = isFrozen ? 'Frozen' : 'Follows the timeline';
    // Under a heading of its name it need not say it again.
    title.textContent =
      headingAbove(editor, getPos()) === name ? manner : `${name} · ${manner.toLowerCase()}`;
    dom.setAttribute('aria-label', `${name}, ${manner.toLowerCase()}`);
    dom.dataset.kind = String(node.attrs.kind);
    label(edit, 'Edit as text', name);
    label(freeze, isFrozen ? 'Follow again' : 'Freeze', name);
    body.replaceChildren(drawn(node, editor, source));
    void showPictures(body, pictureOf);
  };
  draw();
  const unsubscribe = source.subscribe(() => {
    if (node.attrs.frozen === null) draw();
  });
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false;
      const isSame = next.attrs === node.attrs;
      node = next;
      if (!isSame) draw();
      return true;
    },
    selectNode: () => dom.setAttribute('data-selected', ''),
    deselectNode: () => dom.removeAttribute('data-selected'),
    stopEvent: (event) =>
      event.target instanceof Element && event.target.closest('button') !== null,
    ignoreMutation: () => true,
    destroy: unsubscribe,
  };
}

function headingAbove(editor: Editor, pos: number | undefined): string | null {
  if (pos === undefined || pos > editor.state.doc.content.size) return null;
  const before = editor.state.doc.resolve(pos).nodeBefore;
  return before?.type.name === 'heading' ? before.textContent : null;
}

/** The content as it looks in the text; words where there is none, or where it cannot be drawn. */
function drawn(node: ProseMirrorNode, editor: Editor, source: LiveSource): globalThis.Node {
  const content = shown(node, source);
  if (content === null) return says('Reading the timeline…');
  if (content.length === 0) return says('Nothing in the timeline yet.');
  try {
    const fragment = Fragment.fromJSON(editor.schema, content);
    const made = DOMSerializer.fromSchema(editor.schema).serializeFragment(fragment);
    if (made instanceof DocumentFragment) nameCheckboxes(made);
    return made;
  } catch {
    // A newer Quarterdeck froze something that this one does not know.
    return says('Update Quarterdeck to see this part. It is kept as it is.');
  }
}

/** What is done is ticked, and ticked where it is kept: not here. */
function nameCheckboxes(made: DocumentFragment): void {
  for (const box of made.querySelectorAll('input')) {
    box.disabled = true;
    box.setAttribute('aria-label', box.closest('li')?.textContent ?? '');
  }
}

function says(words: string): HTMLElement {
  const said = element('p', 'live-empty');
  said.textContent = words;
  return said;
}

function element(tag: string, part: string): HTMLElement {
  const made = document.createElement(tag);
  made.dataset.part = part;
  return made;
}

function button(press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

function label(made: HTMLButtonElement, words: string, block: string): void {
  made.textContent = words;
  made.setAttribute('aria-label', `${words}: ${block}`);
}
