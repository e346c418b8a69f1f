import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import styles from './bars.module.css';
import { isSafeLink } from './editor/extensions.ts';

export type LinkFieldProps = { readonly editor: Editor; readonly onClose: () => void };

/** `acme.test/d/1` is a web address too. */
export function linkFrom(typed: string): string | null {
  const url = typed.trim();
  if (isSafeLink(url)) return url;
  if (/^[^\s/@:]+@[^\s/@]+\.[^\s/@]+$/.test(url)) return `mailto:${url}`;
  return /^[^\s/:]+\.[^\s/:]+([/?#:]\S*)?$/.test(url) ? `https://${url}` : null;
}

/** Where the selected words lead. Enter sets it, Escape leaves it as it is. */
export function LinkField({ editor, onClose }: LinkFieldProps) {
  const before = String(editor.getAttributes('link').href ?? '');
  const [typed, setTyped] = useState(before);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const [isWrong, setWrong] = useState(false);
  const leave = () => {
    onClose();
    editor.commands.focus();
  };
  const set = () => {
    const href = linkFrom(typed);
    if (href === null) return setWrong(true);
    const chain = editor.chain().focus().extendMarkRange('link');
    const { empty } = editor.state.selection;
    if (empty && before === '') {
      const marks = [{ type: 'link', attrs: { href } }];
      chain.insertContent({ type: 'text', text: typed.trim(), marks }).run();
    } else chain.setLink({ href }).run();
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') set();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend of its own
    <div className={styles.bar} role="group" aria-label="Link">
      <input
        ref={field}
        aria-label="Address"
        aria-invalid={isWrong}
        placeholder="https://"
        className={styles.field}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        onKeyDown={pressed}
      />
      {isWrong && (
        <span className={styles.wrong} role="alert">
          Use a web or mail address.
        </span>
      )}
      <Button onPress={set}>Set link</Button>
      {before !== '' && (
        <Button look="quiet" onPress={remove}>
          Remove link
        </Button>
      )}
    </div>
  );
}
