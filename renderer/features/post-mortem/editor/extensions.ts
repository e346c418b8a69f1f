import type { AnyExtension, Extensions } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import { Placeholder } from '@tiptap/extensions';
import type { Node } from '@tiptap/pm/model';
import type { Doc } from 'yjs';
import { invariant } from '#shared/base/assert.ts';
import type { PersonViewT } from '#shared/contract/views.ts';
import { TEXT_FRAGMENT } from '#shared/post-mortem/document-parts.ts';
import { postMortemExtensions } from '#shared/post-mortem/schema.ts';
import type { After } from '../../../state/ports.ts';
import { type CompletionStore, mentions, slashCommands } from './completing.ts';
import { Find } from './find.ts';
import type { HintSource } from './hint-source.ts';
import { hints } from './hints.ts';
import { type LiveSource, liveBlockNode } from './live-block.ts';
import { commentMark, type Evidence, evidenceNode, PrivateNoteNode, PromptNode } from './nodes.ts';
import { Paste, type PasteOptions } from './paste.ts';
import { type PictureOf, pictureNode } from './picture.ts';
import { TableKeys } from './table-keys.ts';
import { LeaveByEscape, UndoSteps } from './undo-steps.ts';
import { TakeEverything, UnknownMark, UnknownPart } from './unknown-parts.ts';

export type EditorParts = {
  readonly doc: Doc;
  readonly source: LiveSource;
  readonly hints: HintSource;
  readonly completions: CompletionStore;
  readonly people: () => readonly PersonViewT[];
  readonly after: After;
  readonly onEvidence: (evidence: Evidence) => void;
  readonly onComment: (id: string) => void;
  readonly pictureOf: PictureOf;
  readonly onFiles: PasteOptions['onFiles'];
};

/** Addresses that a link may have: whatever else there is would run something. */
export const isSafeLink = (url: string) => /^(https?:\/\/|mailto:)/i.test(url.trim());

const checkboxLabel = (item: Node, isDone: boolean) =>
  `${isDone ? 'Done' : 'To do'}: ${item.textContent}`;

/** One of the extensions that both sides share, with what only a page needs. */
function configured(name: string, options: object): AnyExtension {
  const extension = postMortemExtensions().find((one) => one.name === name);
  invariant(extension !== undefined, `post-mortems have ${name}`);
  return extension.configure(options);
}

/** What a post-mortem is made of, and what the keys do in it. */
export function editorExtensions(parts: EditorParts): Extensions {
  return [
    ...postMortemExtensions([
      configured('starterKit', {
        dropcursor: { color: false, class: 'drop-cursor' },
        link: {
          // Those that are allowed are known without being named.
          protocols: [],
          isAllowedUri: (url: string) => isSafeLink(url),
          HTMLAttributes: { target: '_blank', rel: 'noreferrer', class: null },
        },
      }),
      // A block around it, which is laid out only where it is seen: tables cannot be.
      configured('tableKit', { table: { renderWrapper: true } }),
      configured('taskItem', { a11y: { checkboxLabel } }),
      pictureNode(parts.pictureOf),
      evidenceNode(parts.onEvidence),
      liveBlockNode(parts.source, parts.pictureOf),
      PrivateNoteNode,
      PromptNode,
      commentMark(parts.onComment),
      mentions(parts.completions, parts.people),
    ]),
    TakeEverything,
    UnknownPart,
    UnknownMark,
    TableKeys,
    slashCommands(parts.completions),
    UndoSteps,
    LeaveByEscape,
    Collaboration.configure({ document: parts.doc, field: TEXT_FRAGMENT }),
    Placeholder.configure({
      showOnlyCurrent: true,
      placeholder: ({ node }) =>
        node.type.name === 'paragraph' ? 'Write, or press / to insert' : '',
    }),
    Find,
    hints({ source: parts.hints, after: parts.after }),
    Paste.configure({ after: parts.after, onFiles: parts.onFiles }),
  ];
}
