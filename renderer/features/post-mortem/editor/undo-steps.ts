import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { yUndoPluginKey } from '@tiptap/y-tiptap';

/** Meta of a transaction that is undone by itself, however soon it came after another. */
export const OWN_STEP = 'ownStep';

/** Escape leaves the text, unless something in it has a meaning for it. What was typed stays. */
export const LeaveByEscape = Extension.create({
  name: 'leaveByEscape',
  priority: 1,
  addKeyboardShortcuts: () => ({ Escape: ({ editor }) => editor.commands.blur() }),
});

/** Whoever moves the caret begins something new: undo takes back what was written there alone. */
export const UndoSteps = Extension.create({
  name: 'undoSteps',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (transaction, state) => {
        const isMove = transaction.selectionSet && !transaction.docChanged;
        if (isMove || transaction.getMeta(OWN_STEP) === true) {
          yUndoPluginKey.getState(state)?.undoManager.stopCapturing();
        }
        return true;
      },
    }),
  ],
});
