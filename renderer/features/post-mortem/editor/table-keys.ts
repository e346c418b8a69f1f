import { type Editor, Extension } from '@tiptap/core';

/** Something that is done to the table around the caret. */
export type TableDeed = {
  readonly name: string;
  readonly label: string;
  readonly key: string;
  readonly run: (editor: Editor) => boolean;
};

export const TABLE_DEEDS: readonly TableDeed[] = [
  {
    name: 'row-below',
    label: 'Add row below',
    key: 'Mod-Enter',
    run: (editor) => editor.chain().focus().addRowAfter().run(),
  },
  {
    name: 'row-above',
    label: 'Add row above',
    key: 'Mod-Shift-Enter',
    run: (editor) => editor.chain().focus().addRowBefore().run(),
  },
  {
    name: 'column-right',
    label: 'Add column to the right',
    key: 'Mod-Alt-ArrowRight',
    run: (editor) => editor.chain().focus().addColumnAfter().run(),
  },
  {
    name: 'column-left',
    label: 'Add column to the left',
    key: 'Mod-Alt-ArrowLeft',
    run: (editor) => editor.chain().focus().addColumnBefore().run(),
  },
  {
    name: 'row-away',
    label: 'Remove row',
    key: 'Mod-Shift-Backspace',
    run: (editor) => editor.chain().focus().deleteRow().run(),
  },
  {
    name: 'column-away',
    label: 'Remove column',
    key: 'Mod-Alt-Backspace',
    run: (editor) => editor.chain().focus().deleteColumn().run(),
  },
  {
    name: 'table-away',
    label: 'Remove table',
    key: '',
    run: (editor) => editor.chain().focus().deleteTable().run(),
  },
];

/** Rows and columns by the keyboard, inside a table. */
export const TableKeys = Extension.create({
  name: 'tableKeys',
  // Before what Enter means outside a table.
  priority: 1_000,
  addKeyboardShortcuts: () =>
    Object.fromEntries(
      TABLE_DEEDS.filter(({ key }) => key !== '').map(({ key, run }) => [
        key,
        ({ editor }: { editor: Editor }) => editor.isActive('table') && run(editor),
      ]),
    ),
});
