import { type Editor, useEditorState } from '@tiptap/react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import styles from './bars.module.css';
import { finding } from './editor/find.ts';

export type FindBarProps = { readonly editor: Editor; readonly onClose: () => void };

/** Finds words in the document: Enter goes on, Shift+Enter back, Escape leaves to what was found. */
export function FindBar({ editor, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const { query, count, at } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { query: sought, found, at: now } = finding(state);
      return { query: sought, count: found.length, at: now };
    },
  });
  useEffect(() => {
    const { from, to } = editor.state.selection;
    const selected = editor.state.doc.textBetween(from, to, ' ');
    if (selected !== '' && selected.length < 100) look(editor, selected, 0);
    field.current?.focus();
    field.current?.select();
  }, [editor]);
  const leave = () => {
    const { found, at: now } = finding(editor.state);
    const here = found[now];
    editor.commands.find('');
    onClose();
    if (here !== undefined) editor.chain().setTextSelection(here).run();
    editor.commands.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter') look(editor, query, at + (event.shiftKey ? -1 : 1));
    else return;
    event.preventDefault();
  };
  return (
    <search className={styles.bar} aria-label="Find in the post-mortem">
      <input
        ref={field}
        type="search"
        aria-label="Find"
        placeholder="Find in the post-mortem"
        className={styles.field}
        value={query}
        onChange={(event) => look(editor, event.target.value, 0)}
        onKeyDown={pressed}
      />
      <span className={styles.count} role="status">
        {query === '' ? '' : count === 0 ? 'Not found' : `${at + 1} of ${count}`}
      </span>
      <Button look="icon" label="Find previous" onPress={() => look(editor, query, at - 1)}>
        <ChevronUp {...ICON} />
      </Button>
      <Button look="icon" label="Find next" onPress={() => look(editor, query, at + 1)}>
        <ChevronDown {...ICON} />
      </Button>
      <Button look="icon" label="Close find" onPress={leave}>
        <X {...ICON} />
      </Button>
    </search>
  );
}

function look(editor: Editor, query: string, at: number): void {
  editor.commands.find(query, at);
  const { found, at: now } = finding(editor.state);
  const here = found[now];
  if (here === undefined) return;
  const { node } = editor.view.domAtPos(here.from);
  const element = node instanceof HTMLElement ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
}
