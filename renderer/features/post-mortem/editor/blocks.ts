import type { Editor, Range } from '@tiptap/core';
import {
  Code2,
  Heading1,
  Heading2,
  Heading3,
  List,
  ListChecks,
  ListOrdered,
  Lock,
  type LucideIcon,
  Minus,
  Pilcrow,
  Table,
  TextQuote,
} from 'lucide-react';

/** A kind of block that the text at the caret can become, or that is put in there. */
export type BlockKind = {
  readonly name: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Other words by which it is looked for. */
  readonly words: string;
  readonly isActive: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
};

const heading = (level: 1 | 2 | 3, icon: LucideIcon): BlockKind => ({
  name: `heading-${level}`,
  label: `Heading ${level}`,
  icon,
  words: 'title section',
  isActive: (editor) => editor.isActive('heading', { level }),
  run: (editor) => void editor.chain().focus().toggleHeading({ level }).run(),
});

export const TEXT: BlockKind = {
  name: 'paragraph',
  label: 'Text',
  icon: Pilcrow,
  words: 'paragraph plain',
  isActive: (editor) => editor.isActive('paragraph'),
  run: (editor) => void editor.chain().focus().setParagraph().run(),
};

/** What a line of text can be. */
export const LINE_KINDS: readonly BlockKind[] = [
  TEXT,
  heading(1, Heading1),
  heading(2, Heading2),
  heading(3, Heading3),
];

export const LISTS: readonly BlockKind[] = [
  {
    name: 'bullet-list',
    label: 'Bulleted list',
    icon: List,
    words: 'points unordered',
    isActive: (editor) => editor.isActive('bulletList'),
    run: (editor) => void editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'ordered-list',
    label: 'Numbered list',
    icon: ListOrdered,
    words: 'ordered steps',
    isActive: (editor) => editor.isActive('orderedList'),
    run: (editor) => void editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'task-list',
    label: 'Task list',
    icon: ListChecks,
    words: 'todo check',
    isActive: (editor) => editor.isActive('taskList'),
    run: (editor) => void editor.chain().focus().toggleTaskList().run(),
  },
];

export const FRAMES: readonly BlockKind[] = [
  {
    name: 'quote',
    label: 'Quote',
    icon: TextQuote,
    words: 'blockquote said',
    isActive: (editor) => editor.isActive('blockquote'),
    run: (editor) => void editor.chain().focus().toggleBlockquote().run(),
  },
  {
    name: 'code',
    label: 'Code block',
    icon: Code2,
    words: 'log command',
    isActive: (editor) => editor.isActive('codeBlock'),
    run: (editor) => void editor.chain().focus().toggleCodeBlock().run(),
  },
  {
    name: 'table',
    label: 'Table',
    icon: Table,
    words: 'rows columns',
    isActive: (editor) => editor.isActive('table'),
    run: (editor) => {
      if (editor.isActive('table')) return;
      editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
    },
  },
  {
    name: 'private-note',
    label: 'Private note',
    icon: Lock,
    words: 'secret not exported',
    isActive: (editor) => editor.isActive('privateNote'),
    run: (editor) => void editor.chain().focus().toggleWrap('privateNote').run(),
  },
];

const RULE: BlockKind = {
  name: 'rule',
  label: 'Divider',
  icon: Minus,
  words: 'line rule',
  isActive: () => false,
  run: (editor) => void editor.chain().focus().setHorizontalRule().run(),
};

/** Everything that `/` offers. */
export const ALL_KINDS: readonly BlockKind[] = [...LINE_KINDS, ...LISTS, ...FRAMES, RULE];

/** Those whose name or other words begin like what was typed. */
export function kindsFor(typed: string): readonly BlockKind[] {
  const sought = typed.trim().toLowerCase();
  return ALL_KINDS.filter(({ label, words }) =>
    `${label} ${words}`
      .toLowerCase()
      .split(' ')
      .some((_word, index, all) => all.slice(index).join(' ').startsWith(sought)),
  );
}

/** Takes away what was typed to find it, then does it. */
export function runKind(editor: Editor, range: Range, kind: BlockKind): void {
  editor.chain().focus().deleteRange(range).run();
  kind.run(editor);
}
