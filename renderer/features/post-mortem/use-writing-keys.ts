import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { useDesktop } from '../../state/desktop.tsx';
import { shownHint } from './editor/hints.ts';

/** What is open under the toolbar. */
export type Bar = 'find' | 'link' | null;

export type WritingKeys = {
  readonly setBar: (bar: Bar) => void;
  readonly onComment: () => void;
};

/** Keys of the whole page of a post-mortem; those of the text itself are the editor's. */
export function useWritingKeys(editor: Editor | null, { setBar, onComment }: WritingKeys): void {
  const { hasCommandKey } = useDesktop();
  useEffect(() => {
    if (editor === null) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const isMod = hasCommandKey ? event.metaKey : event.ctrlKey;
      const key = event.key.toLowerCase();
      if (key === 'f8')
        editor
          .chain()
          .focus()
          .goToHint(event.shiftKey ? -1 : 1)
          .run();
      else if (!isMod) return;
      else if (key === '.' && shownHint(editor.state) !== null) editor.commands.dismissHint();
      else if (key === 'f' && !event.shiftKey && !event.altKey) setBar('find');
      else if (key === 'k' && event.shiftKey) setBar('link');
      else if (event.code === 'KeyM' && event.altKey && !editor.state.selection.empty) onComment();
      else if (key === 'e' && event.shiftKey) {
        document.querySelector<HTMLElement>('[data-shortcut="evidence"]')?.focus();
      } else return;
      // The app's own meaning of the key, or the browser's, would come on top.
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [editor, setBar, onComment, hasCommandKey]);
}
