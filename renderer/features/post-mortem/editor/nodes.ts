import { mergeAttributes } from '@tiptap/core';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import * as shared from '#shared/post-mortem/nodes.ts';
import { localTime } from '../../time/moment.tsx';

/** An entry of the timeline, in a sentence: its text as it was, and the way to it. */
export type Evidence = {
  /** The entry's id. */
  readonly entry: string;
  readonly text: string;
  /** When it happened, ms since 1970; null where nobody knows. */
  readonly at: number | null;
};

/** It opens the entry, pressed or by Enter. */
export const evidenceNode = (onOpen: (evidence: Evidence) => void) =>
  shared.Evidence.extend({
    renderHTML: ({ node, HTMLAttributes }) => {
      const { text, at } = node.attrs as Evidence;
      const said = text || 'Entry of the timeline';
      const title = at === null ? said : `${localTime(at)} · ${said}`;
      return [
        'span',
        mergeAttributes(HTMLAttributes, { 'data-evidence': '', role: 'link', title }),
        said,
      ];
    },
    addProseMirrorPlugins() {
      const { name } = this;
      return [
        new Plugin({
          props: {
            handleClickOn: (_view, _pos, node) => {
              if (node.type.name === name) onOpen(node.attrs as Evidence);
              // The press selects it too.
              return false;
            },
            handleKeyDown: ({ state: { selection } }, { key }) => {
              if (!(selection instanceof NodeSelection) || key !== 'Enter') return false;
              if (selection.node.type.name !== name) return false;
              onOpen(selection.node.attrs as Evidence);
              return true;
            },
          },
        }),
      ];
    },
  });

const named = (label: string) => ({ role: 'note', 'aria-label': label });

export const PromptNode = shared.Prompt.extend({
  renderHTML: ({ HTMLAttributes }) => [
    'p',
    mergeAttributes(HTMLAttributes, { 'data-prompt': '', ...named('Prompt, not exported') }),
    0,
  ],
});

export const PrivateNoteNode = shared.PrivateNote.extend({
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, {
      'data-private-note': '',
      ...named('Private note, not exported'),
    }),
    0,
  ],
});

/** Words that somebody commented on: pressed, the comment beside the text opens. */
export const commentMark = (onOpen: (id: string) => void) =>
  shared.Comment.extend({
    // Pasted words bring no comments along: those stand in the document that they were copied from.
    parseHTML: () => [],
    addProseMirrorPlugins() {
      const { name } = this;
      return [
        new Plugin({
          props: {
            handleClick: (view, pos) => {
              const $pos = view.state.doc.resolve(pos);
              const mark = $pos.marks().find(({ type }) => type.name === name);
              if (mark !== undefined) onOpen(String(mark.attrs.id));
              return false;
            },
          },
        }),
      ];
    },
  });
